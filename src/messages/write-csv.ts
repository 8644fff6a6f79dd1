import { exactJson } from '../exact-json.ts'

/** A character between the values of a line: a comma, or a tab. */
export type Separator = ',' | '\t'

/**
 * Writes values as a line of CSV (RFC 4180). Null and undefined are empty, objects and lists are JSON. Between tabs, a
 * line break or a tab within a value becomes a space, as no quotes hide it there.
 */
export function writeCsvLine (values: readonly unknown[], separator: Separator): string {
  const write = separator === ',' ? quote : flatten
  return `${values.map(value => write(toText(value))).join(separator)}\r\n`
}

function toText (value: unknown): string {
  if (value === undefined || value === null) return ''
  return typeof value === 'object' ? exactJson.stringify(value) : String(value)
}

function quote (text: string): string {
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

function flatten (text: string): string {
  return text.replaceAll(/[\t\r\n]+/g, ' ')
}
