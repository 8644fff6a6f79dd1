import type { DocumentVersion } from '../documents/document-version.ts'
import type { PartKind } from '../documents/held-parts.ts'
import { METHODS } from './list-methods.ts'

/** The objects in a document that no traversal visits, because nothing refers to them. */
export type SmallKind =
  | 'info' | 'contact' | 'license' | 'server' | 'serverVariable' | 'tag' | 'externalDocs' | 'discriminator' | 'xml'
  | 'oauthFlows' | 'oauthFlow'

/** The kinds of all objects in a document. */
export type AnyKind = PartKind | SmallKind

/** The small objects that a member holds: it is one, has them by name, or is a list of them. */
export interface SmallParts {
  readonly as: 'one' | 'named' | 'list'
  readonly kind: SmallKind
}

/** The members of a kind of object, with the small objects that they hold; `null` for what is no small object. */
export type KnownMembers = ReadonlyMap<string, SmallParts | null>

/**
 * Returns the members that a kind of object may have, besides extensions. Those of OpenAPI 3.0 to 3.2 are known in each
 * of these versions, as each is understood in all of them.
 */
export function membersOf (kind: AnyKind, version: DocumentVersion): KnownMembers {
  return (version === '2.0' ? SWAGGER_KNOWN.get(kind) : undefined) ?? KNOWN.get(kind) ?? NONE
}

/** Lists the kinds of objects whose members are known in OpenAPI 3. */
export function listKinds (): readonly AnyKind[] {
  return Object.keys(MEMBERS) as AnyKind[]  // which Object.keys does not know
}

type Listed = Partial<Readonly<Record<AnyKind, readonly string[]>>>

/** The keywords that both schemas and the parameters of Swagger 2.0 have. */
const CONSTRAINTS = [
  'type', 'format', 'items', 'default', 'enum', 'multipleOf', 'maximum', 'exclusiveMaximum', 'minimum',
  'exclusiveMinimum', 'maxLength', 'minLength', 'pattern', 'maxItems', 'minItems', 'uniqueItems'
]

/** JSON Schema 2020-12, the keywords of older drafts that still work, and those that OpenAPI adds. */
const SCHEMA = [
  ...CONSTRAINTS,
  '$ref', '$id', '$schema', '$anchor', '$dynamicRef', '$dynamicAnchor', '$vocabulary', '$comment', '$defs',
  '$recursiveRef', '$recursiveAnchor', 'definitions', 'id',
  'title', 'description', 'properties', 'required', 'additionalProperties', 'patternProperties', 'propertyNames',
  'unevaluatedProperties', 'maxProperties', 'minProperties', 'dependentRequired', 'dependentSchemas', 'dependencies',
  'prefixItems', 'additionalItems', 'unevaluatedItems', 'contains', 'maxContains', 'minContains',
  'allOf', 'anyOf', 'oneOf', 'not', 'if', 'then', 'else', 'const',
  'contentEncoding', 'contentMediaType', 'contentSchema',
  'nullable', 'readOnly', 'writeOnly', 'deprecated', 'example', 'examples',
  'discriminator', 'xml', 'externalDocs'
]

const HEADER = [
  '$ref', 'summary', 'description', 'required', 'deprecated', 'allowEmptyValue', 'style', 'explode', 'allowReserved',
  'schema', 'content', 'example', 'examples'
]

const ENCODINGS = ['encoding', 'prefixEncoding', 'itemEncoding']

/** The members of OpenAPI 3.0 to 3.2. */
const MEMBERS: Listed = {
  document: [
    'openapi', '$self', 'info', 'jsonSchemaDialect', 'servers', 'paths', 'webhooks', 'components',
    'security', 'tags', 'externalDocs'
  ],
  components: [
    'schemas', 'responses', 'parameters', 'examples', 'requestBodies', 'headers', 'securitySchemes', 'links',
    'callbacks', 'pathItems', 'mediaTypes'
  ],
  pathItem: [
    '$ref', 'summary', 'description', ...METHODS, 'additionalOperations', 'servers', 'parameters'
  ],
  operation: [
    '$ref', 'tags', 'summary', 'description', 'externalDocs', 'operationId', 'parameters', 'requestBody',
    'responses', 'callbacks', 'deprecated', 'security', 'servers'
  ],
  parameter: ['name', 'in', ...HEADER],
  header: HEADER,
  requestBody: ['$ref', 'summary', 'description', 'content', 'required'],
  response: ['$ref', 'summary', 'description', 'headers', 'content', 'links'],
  mediaType: ['$ref', 'schema', 'itemSchema', 'example', 'examples', ...ENCODINGS],
  encoding: ['$ref', 'contentType', 'headers', 'style', 'explode', 'allowReserved', ...ENCODINGS],
  example: ['$ref', 'summary', 'description', 'value', 'dataValue', 'serializedValue', 'externalValue'],
  link: [
    '$ref', 'summary', 'operationRef', 'operationId', 'parameters', 'requestBody', 'description', 'server'
  ],
  securityScheme: [
    '$ref', 'summary', 'type', 'description', 'name', 'in', 'scheme', 'bearerFormat', 'flows',
    'openIdConnectUrl', 'oauth2MetadataUrl', 'deprecated'
  ],
  schema: SCHEMA,
  info: ['title', 'summary', 'description', 'termsOfService', 'contact', 'license', 'version'],
  contact: ['name', 'url', 'email'],
  license: ['name', 'identifier', 'url'],
  server: ['url', 'description', 'name', 'variables'],
  serverVariable: ['enum', 'default', 'description'],
  tag: ['name', 'summary', 'description', 'externalDocs', 'parent', 'kind'],
  externalDocs: ['description', 'url'],
  discriminator: ['propertyName', 'mapping', 'defaultMapping'],
  xml: ['nodeType', 'name', 'namespace', 'prefix', 'attribute', 'wrapped'],
  oauthFlows: [
    'implicit', 'password', 'clientCredentials', 'authorizationCode',
    'deviceAuthorization'
  ],
  oauthFlow: ['authorizationUrl', 'deviceAuthorizationUrl', 'tokenUrl', 'refreshUrl', 'scopes']
}

/** The members of Swagger 2.0 where they are not those of OpenAPI 3. */
const SWAGGER_MEMBERS: Listed = {
  document: [
    'swagger', 'info', 'host', 'basePath', 'schemes', 'consumes', 'produces', 'paths', 'definitions',
    'parameters', 'responses', 'securityDefinitions', 'security', 'tags', 'externalDocs'
  ],
  pathItem: ['$ref', 'get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'parameters'],
  operation: [
    'tags', 'summary', 'description', 'externalDocs', 'operationId', 'consumes', 'produces', 'parameters',
    'responses', 'schemes', 'deprecated', 'security'
  ],
  parameter: [
    '$ref', 'name', 'in', 'description', 'required', 'schema', 'allowEmptyValue', 'collectionFormat', ...CONSTRAINTS
  ],
  header: ['description', 'collectionFormat', ...CONSTRAINTS],
  response: ['$ref', 'description', 'schema', 'headers', 'examples'],
  securityScheme: ['type', 'description', 'name', 'in', 'flow', 'authorizationUrl', 'tokenUrl', 'scopes']
}

const one = (kind: SmallKind): SmallParts => ({ as: 'one', kind })
const named = (kind: SmallKind): SmallParts => ({ as: 'named', kind })
const list = (kind: SmallKind): SmallParts => ({ as: 'list', kind })

const DOCUMENTED = { externalDocs: one('externalDocs') }
const SERVED = { servers: list('server') }
const FLOW = one('oauthFlow')

/** The members that hold small objects, by the kind of their holder. */
const SMALL_PARTS: Partial<Readonly<Record<AnyKind, Readonly<Record<string, SmallParts>>>>> = {
  document: { info: one('info'), tags: list('tag'), ...SERVED, ...DOCUMENTED },
  pathItem: SERVED,
  operation: { ...SERVED, ...DOCUMENTED },
  link: { server: one('server') },
  securityScheme: { flows: one('oauthFlows') },
  schema: { discriminator: one('discriminator'), xml: one('xml'), ...DOCUMENTED },
  info: { contact: one('contact'), license: one('license') },
  server: { variables: named('serverVariable') },
  tag: DOCUMENTED,
  oauthFlows: {
    implicit: FLOW,
    password: FLOW,
    clientCredentials: FLOW,
    authorizationCode: FLOW,
    deviceAuthorization: FLOW
  }
}

const KNOWN = toKnown(MEMBERS)
const SWAGGER_KNOWN = toKnown(SWAGGER_MEMBERS)

const NONE: KnownMembers = new Map()

function toKnown (members: Listed): ReadonlyMap<string, KnownMembers> {
  const known = new Map<string, KnownMembers>()
  for (const [kind, names] of Object.entries(members)) {
    const held: Readonly<Record<string, SmallParts>> = SMALL_PARTS[kind as AnyKind] ?? {}
    known.set(kind, new Map(names.map(name => [name, held[name] ?? null])))
  }
  return known
}
