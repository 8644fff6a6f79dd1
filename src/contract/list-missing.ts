import type { DocumentVersion } from '../documents/document-version.ts'
import type { JsonObject } from '../documents/is-object.ts'
import type { AnyKind } from './known-members.ts'

/** Something that an object of a document lacks. */
export interface Missing {
  /** The members of which one is required. */
  readonly names: readonly string[]
  readonly message: string
}

/** Lists what an object of a document lacks. */
export function listMissing (kind: AnyKind, value: JsonObject, version: DocumentVersion): readonly Missing[] {
  // Most objects of a document are schemas, of which only arrays can lack something.
  if (kind === 'schema' && value.type !== 'array') return NONE
  const list = LISTS[kind]
  // A reference stands for an object that has its own.
  return list === undefined || value.$ref !== undefined ? NONE : list(value, version)
}

const NONE: readonly Missing[] = []

type ListMissing = (value: JsonObject, version: DocumentVersion) => readonly Missing[]

const EXAMPLE_VALUES = ['value', 'dataValue', 'serializedValue', 'externalValue']

/** The required members of each kind (OpenAPI 3.1 and Swagger 2.0, section 4) that no other check reports. */
const LISTS: Partial<Readonly<Record<AnyKind, ListMissing>>> = {
  document: (value, version) => isOld(version)
    ? needs('the document', value, 'paths')
    : needs('the document', value, 'paths', 'components', 'webhooks'),
  operation: (value, version) => isOld(version) ? needs('the operation', value, 'responses') : NONE,
  parameter: listOfParameter,
  header: (value, version) => version === '2.0'
    ? needs('the header', value, 'type')
    : needs('the header', value, 'schema', 'content'),
  response: (value, version) => version === '3.2' ? NONE : needs('the response', value, 'description'),
  example: listOfExample,
  link: value => needs('the link', value, 'operationId', 'operationRef'),
  securityScheme: listOfSecurityScheme,
  schema: (value, version) => isOld(version) && value.type === 'array' ? needs('an array', value, 'items') : NONE,
  license: value => needs('the license', value, 'name'),
  server: value => needs('the server', value, 'url'),
  serverVariable: value => needs('the variable', value, 'default'),
  tag: value => needs('the tag', value, 'name'),
  externalDocs: value => needs('the external documentation', value, 'url'),
  discriminator: value => needs('the discriminator', value, 'propertyName')
}

function isOld (version: DocumentVersion): boolean {
  return version === '2.0' || version === '3.0'
}

function needs (title: string, value: JsonObject, ...names: readonly string[]): readonly Missing[] {
  for (const name of names) if (value[name] !== undefined) return NONE
  const quoted = names.map(name => `"${name}"`)
  const last = quoted.at(-1) ?? ''
  const list = quoted.length > 1 ? `${quoted.slice(0, -1).join(', ')} or ${last}` : last
  return [{ names, message: `${title} needs ${list}` }]
}

function listOfExample (value: JsonObject): readonly Missing[] {
  if (EXAMPLE_VALUES.some(name => value[name] !== undefined)) return NONE
  return [{ names: EXAMPLE_VALUES, message: 'the example needs "value", which holds the example itself' }]
}

function listOfParameter (value: JsonObject, version: DocumentVersion): readonly Missing[] {
  if (value.in === 'path' && value.required !== true) {
    return [{ names: ['required'], message: 'a path parameter needs "required: true"' }]
  }
  if (version !== '2.0') return NONE
  return value.in === 'body' ? needs('the body', value, 'schema') : needs('the parameter', value, 'type', 'schema')
}

function listOfSecurityScheme (value: JsonObject, version: DocumentVersion): readonly Missing[] {
  const title = 'the security scheme'
  switch (value.type) {
    case 'apiKey': return [...needs(title, value, 'name'), ...needs(title, value, 'in')]
    case 'http': return needs(title, value, 'scheme')
    case 'oauth2': return needs(title, value, version === '2.0' ? 'flow' : 'flows')
    case 'openIdConnect': return needs(title, value, 'openIdConnectUrl')
    default: return needs(title, value, 'type')
  }
}
