import type { OpenAPIV3_1 as OpenApi } from 'openapi-types'
import type { ContractSource, Parameter, Querystring, SchemaReference } from './contract.ts'
import { listContent, toSchemaReference } from './list-content.ts'
import { isObject } from '../documents/is-object.ts'
import type { JsonObject } from '../documents/is-object.ts'
import { escapePointer } from '../documents/json-pointer.ts'
import { resolveRef } from '../documents/resolve-ref.ts'
import type { Located } from '../documents/resolve-ref.ts'

/** Headers for which "the parameter definition SHALL be ignored" (OpenAPI 3.1, Parameter Object, `name`). */
const IGNORED_HEADERS = ['accept', 'content-type', 'authorization']

/** The styles of parameters by their place; the first is the default. */
export const STYLES = {
  path: ['simple', 'label', 'matrix'],
  query: ['form', 'spaceDelimited', 'pipeDelimited', 'deepObject'],
  header: ['simple'],
  cookie: ['form', 'cookie']
} as const

/** The place of the parameter that is the whole query (OpenAPI 3.2). */
export const QUERYSTRING = 'querystring'

/** The styles of lists in Swagger 2.0 that OpenAPI 3 lacks, as upgraded documents name them. */
export const EXTENDED_STYLES: readonly string[] = ['x-ssv', 'x-pipes', 'x-tsv']

interface ParameterList {
  readonly list: unknown
  readonly pointer: string
}

/**
 * Lists an operation's parameters; one of a later list replaces one of the same name and place.
 * It omits what is invalid, and path parameters that the path does not name.
 */
export function listParameters (source: ContractSource, path: string, lists: readonly ParameterList[]): Parameter[] {
  const parameters = new Map<string, Parameter>()
  for (const { list, pointer } of lists) {
    for (const [index, part] of (Array.isArray(list) ? list : []).entries()) {
      const parameter = readParameter(source, part, `${pointer}/${index}`)
      if (parameter === undefined) continue
      if (parameter.in === 'path' && !path.includes(`{${parameter.name}}`)) continue
      parameters.set(`${parameter.in} ${parameter.name}`, parameter)
    }
  }
  return [...parameters.values()]
}

/** Reads the parameter that is the whole query, that of the later list; returns `undefined` where there is none. */
export function readQuerystring (source: ContractSource, lists: readonly ParameterList[]): Querystring | undefined {
  for (const { list, pointer } of lists.toReversed()) {
    for (const [index, part] of (Array.isArray(list) ? list : []).entries()) {
      const found = resolveRef<JsonObject>(source.document, part, `${pointer}/${index}`)
      if (found?.value.in !== QUERYSTRING) continue
      // `listContent` omits what is invalid.
      const content = found.value.content as OpenApi.ParameterObject['content']
      const [mediaType] = listContent(source, content, `${found.pointer}/content`)
      if (mediaType === undefined) continue
      return { name: String(found.value.name), required: found.value.required === true, mediaType }
    }
  }
  return undefined
}

type ParameterPart = OpenApi.ParameterObject | OpenApi.ReferenceObject

function readParameter (source: ContractSource, part: ParameterPart, at: string): Parameter | undefined {
  const resolved = resolveRef<OpenApi.ParameterObject>(source.document, part, at)
  if (resolved === undefined) return undefined
  const { value } = resolved
  const place = value.in
  if (typeof value.name !== 'string' || !isPlace(place)) return undefined
  if (place === 'header' && IGNORED_HEADERS.includes(value.name.toLowerCase())) return undefined
  const [defaultStyle] = STYLES[place]
  const style = [...STYLES[place], ...EXTENDED_STYLES].find(known => known === value.style) ?? defaultStyle
  const [mediaType] = Object.keys(isObject(value.content) ? value.content : {})
  return {
    name: value.name,
    in: place,
    required: place === 'path' || value.required === true,
    style,
    explode: value.explode ?? (style === 'form' || style === 'cookie'),
    allowEmptyValue: place === 'query' && value.allowEmptyValue === true,
    mediaType: mediaType?.toLowerCase(),
    schema: readSchema(source, resolved, mediaType)
  }
}

/** Returns the schema of a parameter: of its media type where it has `content`. */
function readSchema (
  source: ContractSource, { value, pointer }: Located<OpenApi.ParameterObject>, mediaType: string | undefined
): SchemaReference | undefined {
  if (mediaType === undefined) return toSchemaReference(source, value.schema, `${pointer}/schema`)
  const part = value.content?.[mediaType]
  const at = `${pointer}/content/${escapePointer(mediaType)}`
  const found = part === undefined ? undefined : resolveRef<OpenApi.MediaTypeObject>(source.document, part, at)
  return found && toSchemaReference(source, found.value.schema, `${found.pointer}/schema`)
}

/** Returns whether a parameter may be in a place. */
export function isPlace (place: unknown): place is Parameter['in'] {
  return typeof place === 'string' && Object.hasOwn(STYLES, place)
}
