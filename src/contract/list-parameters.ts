import type { OpenAPIV3_1 as OpenApi } from 'openapi-types'
import type { ContractSource, Parameter } from './contract.ts'
import { toSchemaReference } from './list-content.ts'
import { isObject } from '../documents/is-object.ts'
import { escapePointer } from '../documents/json-pointer.ts'
import { resolveRef } from '../documents/resolve-ref.ts'

/** What other parts of OpenAPI describe: "the parameter definition SHALL be ignored" (3.1, Parameter Object, `name`). */
const IGNORED_HEADERS = ['accept', 'content-type', 'authorization']

/** How values may be written, by the place they are in; the first is the default. */
export const STYLES = {
  path: ['simple', 'label', 'matrix'],
  query: ['form', 'spaceDelimited', 'pipeDelimited', 'deepObject'],
  header: ['simple'],
  cookie: ['form', 'cookie']
} as const

interface ParameterList {
  readonly list: unknown
  readonly pointer: string
}

/**
 * Lists an operation's parameters; in later lists, one of the same name and place replaces the one before.
 * Left out is what is no parameter, and what has no place in the operation's path.
 */
export function listParameters (source: ContractSource, path: string, lists: readonly ParameterList[]): Parameter[] {
  const parameters = new Map<string, Parameter>()
  for (const { list, pointer } of lists) {
    for (const [index, part] of (Array.isArray(list) ? list : []).entries()) {
      const parameter = readParameter(source, part, `${pointer}/${index}`)
      if (parameter !== undefined && (parameter.in !== 'path' || path.includes(`{${parameter.name}}`))) parameters.set(`${parameter.in} ${parameter.name}`, parameter)
    }
  }
  return [...parameters.values()]
}

function readParameter (source: ContractSource, part: OpenApi.ParameterObject | OpenApi.ReferenceObject, at: string): Parameter | undefined {
  const resolved = resolveRef<OpenApi.ParameterObject>(source.document, part, at)
  if (resolved === undefined) return undefined
  const { value, pointer } = resolved
  const place = value.in
  if (typeof value.name !== 'string' || !isPlace(place) || (place === 'header' && IGNORED_HEADERS.includes(value.name.toLowerCase()))) return undefined
  const style = STYLES[place].find(known => known === value.style) ?? STYLES[place][0]
  const [mediaType] = Object.keys(isObject(value.content) ? value.content : {})
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

/** Whether a parameter may be there. */
export function isPlace (place: unknown): place is Parameter['in'] {
  return typeof place === 'string' && Object.hasOwn(STYLES, place)
}
