/** What a part of an OpenAPI document is. */
export type PartKind =
  | 'document' | 'components' | 'pathItem' | 'operation' | 'callback' | 'parameter' | 'requestBody' | 'response' | 'header'
  | 'mediaType' | 'encoding' | 'example' | 'link' | 'securityScheme' | 'schema'

/** How a member holds parts: it is one, or it has one under each name, or in each element. */
export interface Holding {
  readonly as: 'one' | 'named' | 'list'
  readonly kind: PartKind
}

/** The members of a kind of part that hold other parts; all its other members are data. */
export function heldParts (kind: PartKind): ReadonlyMap<string, Holding> {
  return MAPS.get(kind) ?? NOTHING
}

const one = (kind: PartKind): Holding => ({ as: 'one', kind })
const named = (kind: PartKind): Holding => ({ as: 'named', kind })
const list = (kind: PartKind): Holding => ({ as: 'list', kind })

const COMPONENTS = {
  schemas: named('schema'),
  responses: named('response'),
  parameters: named('parameter'),
  examples: named('example'),
  requestBodies: named('requestBody'),
  headers: named('header'),
  securitySchemes: named('securityScheme'),
  links: named('link'),
  callbacks: named('callback'),
  pathItems: named('pathItem'),
  mediaTypes: named('mediaType')
}

const DESCRIBED = { schema: one('schema'), content: named('mediaType'), examples: named('example') }

/** Swagger 2.0 and OpenAPI 3.0 to 3.2; the members of one version mean nothing else in another. */
const HELD: Readonly<Record<PartKind, Readonly<Record<string, Holding>>>> = {
  document: {
    paths: named('pathItem'),
    webhooks: named('pathItem'),
    components: one('components'),
    definitions: named('schema'),
    parameters: named('parameter'),
    responses: named('response'),
    securityDefinitions: named('securityScheme')
  },
  components: COMPONENTS,
  pathItem: {
    parameters: list('parameter'),
    additionalOperations: named('operation'),
    ...Object.fromEntries(['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', 'query'].map(method => [method, one('operation')]))
  },
  operation: { parameters: list('parameter'), requestBody: one('requestBody'), responses: named('response'), callbacks: named('callback') },
  // Each of its members is a path item: see `partsOf`.
  callback: {},
  parameter: DESCRIBED,
  header: DESCRIBED,
  requestBody: { content: named('mediaType') },
  response: { schema: one('schema'), headers: named('header'), content: named('mediaType'), links: named('link') },
  mediaType: {
    schema: one('schema'),
    itemSchema: one('schema'),
    examples: named('example'),
    encoding: named('encoding'),
    prefixEncoding: list('encoding'),
    itemEncoding: one('encoding')
  },
  encoding: { headers: named('header'), encoding: named('encoding'), prefixEncoding: list('encoding'), itemEncoding: one('encoding') },
  example: {},
  link: {},
  securityScheme: {},
  schema: {
    ...Object.fromEntries(['properties', 'patternProperties', '$defs', 'definitions', 'dependentSchemas'].map(name => [name, named('schema')])),
    ...Object.fromEntries(['allOf', 'anyOf', 'oneOf', 'prefixItems'].map(name => [name, list('schema')])),
    ...Object.fromEntries([
      'items', 'additionalItems', 'contains', 'not', 'if', 'then', 'else', 'additionalProperties', 'unevaluatedProperties', 'unevaluatedItems',
      'propertyNames', 'contentSchema'
    ].map(name => [name, one('schema')]))
  }
}

const MAPS = new Map<string, ReadonlyMap<string, Holding>>(Object.entries(HELD).map(([kind, held]) => [kind, new Map(Object.entries(held))]))
const NOTHING: ReadonlyMap<string, Holding> = new Map()
