import type { OpenAPIV3_1 as OpenApi } from 'openapi-types'
import type { DocumentVersion } from '../documents/document-version.ts'
import type { Problem } from '../documents/problem.ts'
import type { SourcePosition } from '../documents/source-position.ts'

export type OpenApiDocument = OpenApi.Document
export type OperationDefinition = OpenApi.OperationObject
export type SchemaDefinition = OpenApi.SchemaObject

/** A method in upper case: `POST`. One of `METHODS`, or of the document's `additionalOperations` (OpenAPI 3.2). */
export type Method = string

/** One OpenAPI document, loaded, upgraded to 3.1 and flattened into operations. It never changes. */
export interface Contract {
  /** The document's file name without its ending: `mews`. */
  readonly name: string
  /** The file as messages show it: `openapi/mews.yaml`. */
  readonly file: string
  readonly document: OpenApiDocument
  readonly operations: readonly Operation[]
  readonly webhooks: readonly CallbackDefinition[]
  /** The path under which it is served: `/v2`, from its first server or its mount; empty for the root. */
  readonly basePath: string
  /** Whether the user has mounted it, so that it is served only under `basePath`, not by its paths alone too. */
  readonly isMounted: boolean
  /** Mistakes that do not keep it from being served. */
  readonly warnings: readonly Problem[]
  /** Whether its texts have anything like `x-standin`; without, no declaration needs to be searched for. */
  readonly mentionsStandin: boolean
  /** The version that its file is written in, before it was upgraded. */
  readonly writtenIn: DocumentVersion
  /** Returns the file that a JSON pointer of the document leads to, and the pointer there. */
  sourceOf (pointer: string): { readonly file: string, readonly pointer: string }
  /** Returns the place of a JSON pointer (RFC 6901) in its files, or of the nearest parent. */
  locate (pointer: string): SourcePosition
  /** Creates a warning at a JSON pointer; its place is a getter. */
  warningAt (pointer: string, message: string): Problem
}

/** A contract while its operations are being listed. */
export type ContractSource = Omit<Contract, 'operations' | 'webhooks' | 'warnings'>

/** One method of one path in a contract: the unit that becomes a route. Only the `$ref`s of schemas are unresolved. */
export interface Operation {
  /** The name by which everything addresses it: `mews.addExport`. */
  readonly id: string
  /** The contract's name: `mews`. */
  readonly api: string
  /** The `operationId`, or method and path where the document gives none. */
  readonly name: string
  readonly method: Method
  /** The path template of the document: `/exports/{id}`. */
  readonly path: string
  /** The start of its paths: that of its own servers, of those of its path item, or else of the document's. */
  readonly basePath: string
  /** JSON pointer of the operation object in the document. */
  readonly pointer: string
  readonly definition: OperationDefinition
  readonly parameters: readonly Parameter[]
  /** The parameter that is the whole query, where there is one. */
  readonly querystring: Querystring | undefined
  readonly body: RequestBody | undefined
  readonly responses: readonly ResponseDefinition[]
  /** Alternatives, of which a request must satisfy one, with all its schemes. Empty where no credential is required. */
  readonly security: ReadonlyArray<readonly SecurityScheme[]>
  /** The alternatives where one of them is empty, so that a request may do without; empty where there are no others. */
  readonly optionalSecurity?: ReadonlyArray<readonly SecurityScheme[]>
  /** The places at which the requests of its API carry credentials. */
  readonly credentials: CredentialPlaces
  readonly callbacks: readonly CallbackDefinition[]
}

/** The names of a request's parts that hold credentials, whatever they are called; they are masked where shown. */
export interface CredentialPlaces {
  /** In lower case. */
  readonly headers: ReadonlySet<string>
  readonly query: ReadonlySet<string>
  readonly cookies: ReadonlySet<string>
  /** Path templates, whose parameters are credentials where they are called so. */
  readonly paths: readonly string[]
}

/** A value of a request outside its body. */
export interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query' | 'header' | 'cookie'
  readonly required: boolean
  readonly style: string
  readonly explode: boolean
  /** Whether the text may be empty, whatever the schema says; only for query parameters. */
  readonly allowEmptyValue: boolean
  /** The media type of a parameter with `content` instead of `schema`. */
  readonly mediaType: string | undefined
  readonly schema: SchemaReference | undefined
}

/** The whole query of a request as one value (OpenAPI 3.2, Parameter Object, `in: querystring`). */
export interface Querystring {
  readonly name: string
  readonly required: boolean
  readonly mediaType: MediaType
}

/** The request body of an operation. */
export interface RequestBody {
  readonly required: boolean
  readonly content: readonly MediaType[]
}

/** One media type of a body. */
export interface MediaType {
  /** Without parameters, in lower case: `application/json`. May be a range. */
  readonly name: string
  /** Parameters, such as `version`, by their names in lower case; not `charset`, which changes no meaning. */
  readonly parameters: Readonly<Record<string, string>>
  readonly schema: SchemaReference | undefined
  /** The schema of each item of a sequence (OpenAPI 3.2, `itemSchema`). */
  readonly items: SchemaReference | undefined
  /** The fixtures, then the examples of the document; one without a name is called `default`. */
  readonly examples: readonly Example[]
  /** By the name of the member of a form. */
  readonly encoding: Readonly<Record<string, Encoding>>
}

/** The encoding of one member of a form (OpenAPI 3.1, Encoding Object). */
export interface Encoding {
  /** The accepted media types and ranges; empty where none is declared. */
  readonly contentTypes: readonly string[]
  /** The headers of its part in a multipart body. */
  readonly headers: readonly HeaderDefinition[]
  /** The parameter style of the member; `undefined` where none is declared. */
  readonly style: string | undefined
  readonly explode: boolean
}

/** A canned body, from the document or from a fixture file. */
export interface Example {
  readonly name: string
  readonly value: unknown
  readonly source: 'example' | 'fixture'
  /** The place as messages show it: `openapi/mews.yaml:120`, `fixtures/mews/add.200.json`. */
  readonly where: string
}

/** A schema, which stays where it is in the document and is compiled by reference. */
export interface SchemaReference {
  readonly contract: string
  readonly document: OpenApiDocument
  /** JSON pointer in the document. */
  readonly pointer: string
  /** The schema at the pointer; it may be a `$ref`. */
  readonly definition: SchemaDefinition
}

/** The response of an operation for a status or a range of them. */
export interface ResponseDefinition {
  /** A status (`200`), a range (`4XX`) or `default`. */
  readonly status: string
  readonly description: string
  readonly pointer: string
  readonly headers: readonly HeaderDefinition[]
  readonly content: readonly MediaType[]
}

/** A header of a response. */
export interface HeaderDefinition {
  /** In lower case, without spaces around it. It may still be one that HTTP cannot carry. */
  readonly name: string
  /** The name as the document writes it. */
  readonly writtenName: string
  /** JSON pointer of its entry among the headers, which may be a `$ref`. */
  readonly entry: string
  /** JSON pointer of its definition. */
  readonly pointer: string
  readonly required: boolean
  readonly explode: boolean
  /** The media type of a header with `content` instead of `schema`. */
  readonly mediaType: string | undefined
  readonly schema: SchemaReference | undefined
  /** The examples beside its schema. */
  readonly examples: readonly Example[]
}

/** A security scheme that an operation requires, with its name in the contract. */
export interface SecurityScheme {
  readonly name: string
  readonly definition: OpenApi.SecuritySchemeObject
  readonly scopes: readonly string[]
}

/** One method of one URL of an operation's `callbacks`, or of a document's `webhooks`. */
export interface CallbackDefinition {
  readonly name: string
  /** The runtime expression of the URL: `{$request.query.callback}`; empty for a webhook. */
  readonly expression: string
  readonly method: Method
  readonly pointer: string
  readonly definition: OperationDefinition
  /** The headers that it declares as parameters. */
  readonly headers: readonly HeaderDefinition[]
  readonly body: RequestBody | undefined
}
