import { exactJson } from '../exact-json.ts'
import type { Parameter } from '../contract/contract.ts'
import { isObject } from '../documents/is-object.ts'

/** Separators of lists by style (OpenAPI 3.1, "Style Values"; `tsv` of Swagger 2.0). */
const SEPARATORS: Readonly<Record<string, string>> = {
  form: ',',
  spaceDelimited: '%20',
  pipeDelimited: '%7C',
  'x-tsv': '%09'
}

type QueryValue = readonly [name: string, value: unknown]

/**
 * Writes the query of a URL, with its question mark, each value in the style of its parameter; empty without values.
 */
export function queryText (values: readonly QueryValue[], parameters: readonly Parameter[]): string {
  const inQuery = parameters.filter(parameter => parameter.in === 'query')
  const parts = values.flatMap(([name, value]) => {
    const parameter = inQuery.find(one => one.name === name)
    return pairs(name, value, parameter)
  })
  return parts.length === 0 ? '' : `?${parts.join('&')}`
}

function pairs (name: string, value: unknown, parameter: Partial<Parameter> = {}): string[] {
  const { explode = true, mediaType, style = 'form' } = parameter
  if (mediaType !== undefined) return [pair(name, exactJson.stringify(value))]
  if (Array.isArray(value)) {
    if (explode && style === 'form') return value.map(item => pair(name, item))
    return [joined(name, value, SEPARATORS[style] ?? ',')]
  }
  if (!isObject(value)) return [pair(name, value)]
  if (style === 'deepObject') return Object.entries(value).map(([key, item]) => pair(`${name}[${key}]`, item))
  if (explode) return Object.entries(value).map(([key, item]) => pair(key, item))
  return [joined(name, Object.entries(value).flat(), ',')]
}

function pair (name: string, value: unknown): string {
  const text = typeof value === 'object' ? exactJson.stringify(value) : String(value)
  return `${encodeURIComponent(name)}=${encodeURIComponent(text)}`
}

function joined (name: string, items: readonly unknown[], separator: string): string {
  const texts = items.map(item => encodeURIComponent(String(item)))
  return `${encodeURIComponent(name)}=${texts.join(separator)}`
}
