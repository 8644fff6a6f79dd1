import type { Parameter } from '../contract/contract.ts'
import { isObject } from '../documents/is-object.ts'

const SEPARATORS: Readonly<Record<string, string>> = { form: ',', spaceDelimited: '%20', pipeDelimited: '%7C' }

/** Writes values as the query of a URL, each in the style of its parameter. */
export function queryText (values: ReadonlyArray<readonly [name: string, value: unknown]>, parameters: readonly Parameter[]): string {
  const parts = values.flatMap(([name, value]) => {
    const { explode = true, mediaType, style = 'form' } = parameters.find(one => one.in === 'query' && one.name === name) ?? {}
    if (mediaType !== undefined) return [pair(name, JSON.stringify(value))]
    if (Array.isArray(value)) return explode && style === 'form' ? value.map(item => pair(name, item)) : [`${encodeURIComponent(name)}=${value.map(item => encodeURIComponent(String(item))).join(SEPARATORS[style] ?? ',')}`]
    if (!isObject(value)) return [pair(name, value)]
    if (style === 'deepObject') return Object.entries(value).map(([key, item]) => pair(`${name}[${key}]`, item))
    if (explode) return Object.entries(value).map(([key, item]) => pair(key, item))
    return [`${encodeURIComponent(name)}=${Object.entries(value).flat().map(item => encodeURIComponent(String(item))).join(',')}`]
  })
  return parts.length === 0 ? '' : `?${parts.join('&')}`
}

function pair (name: string, value: unknown): string {
  return `${encodeURIComponent(name)}=${encodeURIComponent(typeof value === 'object' ? JSON.stringify(value) : String(value))}`
}
