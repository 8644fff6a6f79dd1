/** The kinds of objects in an OpenAPI document. */
export type PartKind =
  | 'document' | 'components' | 'pathItem' | 'operation' | 'callback' | 'parameter' | 'requestBody' | 'response'
  | 'header' | 'mediaType' | 'encoding' | 'example' | 'link' | 'securityScheme' | 'schema'

/** The way in which a member holds parts: as its value, under each name of an object, or in each element of a list. */
export interface Holding {
  readonly as: 'one' | 'named' | 'list'
  readonly kind: PartKind
}

/** Returns the members of a kind of part that hold other parts. All its other members are data. */
export function heldParts (kind: PartKind): ReadonlyMap<string, Holding> {
  return MAPS.get(kind) ?? NONE
}

const one = (kind: PartKind): Holding => ({ as: 'one', kind })
const named = (kind: PartKind): Holding => ({ as: 'named', kind })
const list = (kind: PartKind): Holding => ({ as: 'list', kind })

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', 'query']

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

const SCHEMA = {
  ...each(['properties', 'patternProperties', '$defs', 'definitions', 'dependentSchemas'], named('schema')),
  ...each(['allOf', 'anyOf', 'oneOf', 'prefixItems'], list('schema')),
  ...each(['items', 'additionalItems', 'unevaluatedItems', 'contains'], one('schema')),
  ...each(['additionalProperties', 'unevaluatedProperties', 'propertyNames'], one('schema')),
  ...each(['not', 'if', 'then', 'else', 'contentSchema'], one('schema'))
}

/** The parts of Swagger 2.0 and OpenAPI 3.0 to 3.2 together, as no version uses a member for another kind of part. */
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
    ...each(METHODS, one('operation'))
  },
  operation: {
    parameters: list('parameter'),
    requestBody: one('requestBody'),
    responses: named('response'),
    callbacks: named('callback')
  },
  // Every member of a callback is a path item, so its readers handle it themselves.
  callback: {},
  parameter: DESCRIBED,
  header: DESCRIBED,
  requestBody: { content: named('mediaType') },
  response: {
    schema: one('schema'),
    headers: named('header'),
    content: named('mediaType'),
    links: named('link')
  },
  mediaType: {
    schema: one('schema'),
    itemSchema: one('schema'),
    examples: named('example'),
    encoding: named('encoding'),
    prefixEncoding: list('encoding'),
    itemEncoding: one('encoding')
  },
  encoding: {
    headers: named('header'),
    encoding: named('encoding'),
    prefixEncoding: list('encoding'),
    itemEncoding: one('encoding')
  },
  example: {},
  link: {},
  securityScheme: {},
  schema: SCHEMA
}

const MAPS = new Map<string, ReadonlyMap<string, Holding>>(
  Object.entries(HELD).map(([kind, held]) => [kind, new Map(Object.entries(held))])
)

const NONE: ReadonlyMap<string, Holding> = new Map()

/** The names of all members that hold parts. */
export const HOLDING_NAMES: ReadonlySet<string> = new Set(Object.values(HELD).flatMap(held => Object.keys(held)))

function each (names: readonly string[], holding: Holding): Record<string, Holding> {
  return Object.fromEntries(names.map(name => [name, holding]))
}
