import type { OpenAPIV3_1 as OpenApi } from 'openapi-types'
import type { ContractSource, Parameter } from './contract.ts'
import { toSchemaReference } from './list-responses.ts'
import { escapePointer } from './json-pointer.ts'
import { resolveRef } from './resolve-ref.ts'

/** What other parts of OpenAPI describe: "the parameter definition SHALL be ignored" (3.1, Parameter Object, `name`). */
const IGNORED_HEADERS = ['accept', 'content-type', 'authorization']

const DEFAULT_STYLES = { path: 'simple', query: 'form', header: 'simple', cookie: 'form' } as const

interface ParameterList {
  readonly list: unknown
  readonly pointer: string
}

/** Lists an operation's parameters; in later lists, one of the same name and place replaces the one before. */
export function listParameters (source: ContractSource, lists: readonly ParameterList[]): Parameter[] {
  const parameters = new Map<string, Parameter>()
  for (const { list, pointer } of lists) {
    for (const [index, part] of (Array.isArray(list) ? list : []).entries()) {
      const parameter = readParameter(source, part, `${pointer}/${index}`)
      if (parameter !== undefined) parameters.set(`${parameter.in} ${parameter.name}`, parameter)
    }
  }
  return [...parameters.values()]
}

function readParameter (source: ContractSource, part: OpenApi.ParameterObject | OpenApi.ReferenceObject, at: string): Parameter | undefined {
  const resolved = resolveRef<OpenApi.ParameterObject>(source.document, part, at)
  if (resolved === undefined) return undefined
  const { value, pointer } = resolved
  const place = value.in
  if (!isPlace(place) || (place === 'header' && IGNORED_HEADERS.includes(value.name.toLowerCase()))) return undefined
  const style = value.style ?? DEFAULT_STYLES[place]
  const [mediaType] = Object.keys(value.content ?? {})
  return {
    name: value.name,
    in: place,
    required: place === 'path' || value.required === true,
    style,
    explode: value.explode ?? style === 'form',
    allowEmptyValue: place === 'query' && value.allowEmptyValue === true,
    mediaType: mediaType?.toLowerCase(),
    schema: mediaType === undefined
      ? toSchemaReference(source, value.schema, `${pointer}/schema`)
      : toSchemaReference(source, value.content?.[mediaType]?.schema, `${pointer}/content/${escapePointer(mediaType)}/schema`)
  }
}

function isPlace (place: string): place is Parameter['in'] {
  return place in DEFAULT_STYLES
}
