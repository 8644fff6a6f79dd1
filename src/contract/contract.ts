import type { OpenAPIV3_1 as OpenApi } from 'openapi-types'
import type { Problem } from '../documents/problem.ts'
import type { SourcePosition } from '../documents/source-position.ts'

export type OpenApiDocument = OpenApi.Document
export type OperationDefinition = OpenApi.OperationObject
export type SchemaDefinition = OpenApi.SchemaObject

/** As HTTP writes it: `POST`. One of `METHODS`, or any other that a document adds (`additionalOperations`, OpenAPI 3.2). */
export type Method = string

/** One OpenAPI document, loaded, upgraded to 3.1 and flattened into operations. It never changes after that. */
export interface Contract {
  /** The document's file name without its ending: `mews`. */
  readonly name: string
  /** The file it was read from, as it is shown in messages. */
  readonly file: string
  readonly document: OpenApiDocument
  readonly operations: readonly Operation[]
  readonly webhooks: readonly CallbackDefinition[]
  /** What its paths begin with where it is served: `/v2`, from its first server or where it is mounted; nothing for the root. */
  readonly basePath: string
  /** Whether it is served only there, as the user has said; else its paths alone do as well. */
  readonly isMounted: boolean
  /** What is wrong with it, in spite of which it is served. */
  readonly warnings: readonly Problem[]
  /** Whether anything like `x-standin` stands in its texts; without it, nothing that was meant to be one needs to be looked for. */
  readonly mentionsStandin: boolean
  /** Tells where in its files a JSON pointer (RFC 6901) leads; the nearest parent's place where the pointer leads nowhere. */
  locate (pointer: string): SourcePosition
  /** Makes a warning of what is wrong at a JSON pointer; its place is looked for when it is asked for. */
  warningAt (pointer: string, message: string): Problem
}

/** A contract while its operations are being listed. */
export type ContractSource = Omit<Contract, 'operations' | 'webhooks' | 'warnings'>

/** One method of one path in a contract: the unit that becomes a route. All `$ref`s of its own parts are resolved, but those of schemas. */
export interface Operation {
  /** The name by which everything addresses it: `mews.addExport`. */
  readonly id: string
  /** The contract's name: `mews`. */
  readonly api: string
  /** The `operationId`, or method and path where the document gives none. */
  readonly name: string
  readonly method: Method
  /** The path template as the document has it: `/exports/{id}`. */
  readonly path: string
  /** JSON pointer of the operation object in the document. */
  readonly pointer: string
  readonly definition: OperationDefinition
  readonly parameters: readonly Parameter[]
  readonly body: RequestBody | undefined
  readonly responses: readonly ResponseDefinition[]
  /** Alternatives, of which one must hold; every scheme of that one is needed. Empty where the operation is open to all. */
  readonly security: ReadonlyArray<readonly SecurityScheme[]>
  readonly callbacks: readonly CallbackDefinition[]
}

/** A value that a request carries outside its body. */
export interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query' | 'header' | 'cookie'
  readonly required: boolean
  readonly style: string
  readonly explode: boolean
  /** Whether the text may be empty, whatever the schema says; of query parameters only. */
  readonly allowEmptyValue: boolean
  /** The media type of a parameter that is described by `content` instead of a schema. */
  readonly mediaType: string | undefined
  readonly schema: SchemaReference | undefined
}

/** The body that an operation takes. */
export interface RequestBody {
  readonly required: boolean
  readonly content: readonly MediaType[]
}

/** One form in which a body may be written. */
export interface MediaType {
  /** Without parameters, in lower case: `application/json`. May be a range. */
  readonly name: string
  /** Those that follow the name, such as `version`, in lower case; not `charset`, which says nothing of what a body means. */
  readonly parameters: Readonly<Record<string, string>>
  readonly schema: SchemaReference | undefined
  /** What each item of a sequence must be (OpenAPI 3.2, `itemSchema`). */
  readonly items: SchemaReference | undefined
  /** The fixtures, then the named examples of the document; `default` is the name of a nameless one. */
  readonly examples: readonly Example[]
  /** By the member of a form that each is about. */
  readonly encoding: Readonly<Record<string, Encoding>>
}

/** How one member of a form is written (OpenAPI 3.1, Encoding Object). */
export interface Encoding {
  /** Media types and ranges of them, of which it may have any; empty where none is declared. */
  readonly contentTypes: readonly string[]
  /** Those of its part in a multipart body. */
  readonly headers: readonly HeaderDefinition[]
  /** Only where it is declared that the member is written as a parameter would be. */
  readonly style: string | undefined
  readonly explode: boolean
}

/** A canned body, from the document or from a fixture file. */
export interface Example {
  readonly name: string
  readonly value: unknown
  readonly source: 'example' | 'fixture'
  /** Where it stands, for messages: `openapi/mews.yaml:120`, `fixtures/mews/add.200.json`. */
  readonly where: string
}

/** A schema that stays where it is in the document and is compiled by reference. */
export interface SchemaReference {
  readonly contract: string
  readonly document: OpenApiDocument
  /** JSON pointer in the document. */
  readonly pointer: string
  /** The schema object there; it may be a `$ref`. */
  readonly definition: SchemaDefinition
}

/** What an operation declares of the answers with a status. */
export interface ResponseDefinition {
  /** A status (`200`), a range (`4XX`) or `default`. */
  readonly status: string
  readonly description: string
  readonly pointer: string
  readonly headers: readonly HeaderDefinition[]
  readonly content: readonly MediaType[]
}

/** A header that an answer carries. */
export interface HeaderDefinition {
  /** In lower case. */
  readonly name: string
  readonly required: boolean
  readonly explode: boolean
  readonly schema: SchemaReference | undefined
  readonly example: unknown
}

/** A security scheme of the contract, with the name it has there. */
export interface SecurityScheme {
  readonly name: string
  readonly definition: OpenApi.SecuritySchemeObject
  readonly scopes: readonly string[]
}

/** One method of one URL expression of one of an operation's `callbacks`, or of one of a document's `webhooks`. */
export interface CallbackDefinition {
  readonly name: string
  /** The runtime expression that gives the URL: `{$request.query.callback}`; nothing for a webhook. */
  readonly expression: string
  readonly method: Method
  readonly pointer: string
  readonly definition: OperationDefinition
  readonly body: RequestBody | undefined
}
