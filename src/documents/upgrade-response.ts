import { isObject } from './is-object.ts'
import type { JsonObject } from './is-object.ts'
import { escapePointer } from './json-pointer.ts'
import { upgradeHeader } from './upgrade-parameter.ts'
import type { UpgradeOf } from './upgrade-parameter.ts'

/** Gives a response of Swagger 2.0 the form of OpenAPI 3. */
export function upgradeResponse (response: JsonObject, { produces, ...place }: UpgradeOf & { readonly produces: unknown }): JsonObject {
  const { schema, examples, headers, ...rest } = response
  place.move(place.to, place.from)
  const content = isObject(rest.content) ? rest.content : listContent({ schema, examples: isObject(examples) ? examples : {} }, produces, place)
  return {
    description: '',
    ...rest,
    ...(isObject(headers) ? { headers: listHeaders(headers, place) } : {}),
    ...(Object.keys(content).length > 0 ? { content } : {})
  }
}

/** The media types that `consumes` or `produces` lists. */
export function listMediaTypes (...lists: unknown[]): string[] {
  const list = lists.find(list => Array.isArray(list) && list.length > 0)
  return Array.isArray(list) ? list.filter(name => typeof name === 'string') : []
}

function listContent ({ schema, examples }: { schema: unknown, examples: JsonObject }, produces: unknown, { to, from, move }: UpgradeOf): JsonObject {
  const listed = listMediaTypes(produces)
  const fallback = isObject(schema) && schema.type === 'file' ? 'application/octet-stream' : 'application/json'
  const written = Object.keys(examples).filter(name => name.includes('/'))
  const names = schema === undefined ? written : [...new Set([...(listed.length > 0 ? listed : [fallback]), ...written])]
  return Object.fromEntries(names.map(name => {
    const at = `${to}/content/${escapePointer(name)}`
    move(`${at}/schema`, `${from}/schema`)
    move(`${at}/example`, `${from}/examples/${escapePointer(name)}`)
    return [name, { ...(schema === undefined ? {} : { schema }), ...(written.includes(name) ? { example: examples[name] } : {}) }]
  }))
}

function listHeaders (headers: JsonObject, { to, from, move }: UpgradeOf): JsonObject {
  return Object.fromEntries(Object.entries(headers).map(([name, header]) => {
    const at = `/headers/${escapePointer(name)}`
    return [name, isObject(header) ? upgradeHeader(header, { to: `${to}${at}`, from: `${from}${at}`, move }) : header]
  }))
}
