import { isObject } from './is-object.ts'
import type { JsonObject } from './is-object.ts'
import { escapePointer } from './json-pointer.ts'
import { upgradeHeader } from './upgrade-parameter.ts'
import type { UpgradeOf } from './upgrade-parameter.ts'

/** The place of a response, and the media types that its document or operation produces. */
export interface ResponsePlace extends UpgradeOf {
  readonly produces: unknown
}

/** Converts a response of Swagger 2.0 to OpenAPI 3. */
export function upgradeResponse (response: JsonObject, place: ResponsePlace): JsonObject {
  const { schema, examples, headers, ...rest } = response
  place.move(place.to, place.from)
  const written = isObject(examples) ? examples : {}
  const content = isObject(rest.content) ? rest.content : listContent(schema, written, place)
  return {
    description: '',
    ...rest,
    ...(isObject(headers) ? { headers: listHeaders(headers, place) } : {}),
    ...(Object.keys(content).length > 0 ? { content } : {})
  }
}

/** Lists the media types of the first of several `consumes` or `produces` that has any. */
export function listMediaTypes (...lists: unknown[]): string[] {
  const list = lists.find(list => Array.isArray(list) && list.length > 0)
  return Array.isArray(list) ? list.filter(name => typeof name === 'string') : []
}

function listContent (schema: unknown, examples: JsonObject, { to, from, move, produces }: ResponsePlace): JsonObject {
  const exampleTypes = Object.keys(examples).filter(name => name.includes('/'))
  const produced = schema === undefined ? listMediaTypes(produces) : listSchemaTypes(schema, produces)
  const unproduced = exampleTypes.filter(example => !produced.some(name => isExampleOf(example, name)))
  const exemplified = produced.filter(name => exampleTypes.some(example => isExampleOf(example, name)))
  const names = [...(schema === undefined ? exemplified : produced), ...unproduced]
  const content: Record<string, JsonObject> = {}
  for (const name of new Set(names)) {
    const at = `${to}/content/${escapePointer(name)}`
    const example = exampleTypes.find(type => type === name) ?? exampleTypes.find(type => isExampleOf(type, name))
    move(`${at}/schema`, `${from}/schema`)
    move(`${at}/example`, `${from}/examples/${escapePointer(example ?? name)}`)
    const mediaType: JsonObject = {}
    if (schema !== undefined) mediaType.schema = schema
    if (example !== undefined) mediaType.example = examples[example]
    content[name] = mediaType
  }
  return content
}

/** Tells whether an example that is given for a media type, or for a range, is one of a type that is produced. */
function isExampleOf (exampleType: string, produced: string): boolean {
  const [given, name] = [exampleType, produced].map(type => type.replace(/;.*/, '').trim().toLowerCase())
  if (given === undefined || name === undefined) return false
  return given === name || given === '*/*' || (given.endsWith('/*') && name.startsWith(given.slice(0, -1)))
}

function listSchemaTypes (schema: unknown, produces: unknown): string[] {
  const listed = listMediaTypes(produces)
  if (listed.length > 0) return listed
  return [isObject(schema) && schema.type === 'file' ? 'application/octet-stream' : 'application/json']
}

function listHeaders (headers: JsonObject, { to, from, move }: UpgradeOf): JsonObject {
  const listed: JsonObject = {}
  for (const [name, header] of Object.entries(headers)) {
    const at = `/headers/${escapePointer(name)}`
    listed[name] = isObject(header) ? upgradeHeader(header, { to: `${to}${at}`, from: `${from}${at}`, move }) : header
  }
  return listed
}
