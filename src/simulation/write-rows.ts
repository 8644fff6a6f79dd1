import type { SchemaReference } from '../contract/contract.ts'
import { isObject } from '../documents/is-object.ts'
import { exactJson } from '../exact-json.ts'
import { isJson, isSequence, isXml, mediaTypeOf } from '../messages/media-type.ts'
import { writeSequence } from '../messages/write-body.ts'
import { writeCsvLine } from '../messages/write-csv.ts'
import type { Separator } from '../messages/write-csv.ts'
import { shapeOf } from '../schemas/shape.ts'
import { writeElement, XML_DECLARATION } from '../messages/write-xml.ts'

/** Rows, and what is known of all of them. */
export interface RowTable {
  readonly rows: readonly unknown[]
  /** The names of all columns; `undefined` where they are the members that the rows have. */
  readonly columns: readonly string[] | undefined
  /** The word for one row: `Customer`. */
  readonly name: string
  /** The schema of one row, by which it is written as XML; `undefined` where nothing says so. */
  readonly schema: SchemaReference | undefined
}

/** The media types in which rows can be written, as messages list them. */
export const ROW_TYPES = 'text/csv, text/tab-separated-values, application/json, application/x-ndjson, application/xml'

/** Returns whether rows can be written in a media type. */
export function canWriteRows (contentType: string): boolean {
  const mediaType = mediaTypeOf(contentType)
  return separatorOf(mediaType) !== undefined || isSequence(mediaType) || isXml(mediaType) || isJson(mediaType)
}

/** Writes rows in a media type, piece by piece. */
export function * writeRows (table: RowTable, contentType: string): Generator<string> {
  const mediaType = mediaTypeOf(contentType)
  const separator = separatorOf(mediaType)
  if (separator !== undefined) yield * writeLines(table, separator)
  else if (isSequence(mediaType)) yield * eachOf(table.rows, row => writeSequence([row], mediaType))
  else if (isXml(mediaType)) yield * writeElements(table)
  else yield * writeList(table)
}

function separatorOf (mediaType: string): Separator | undefined {
  if (mediaType === 'text/csv' || mediaType === 'application/csv') return ','
  return mediaType === 'text/tab-separated-values' ? '\t' : undefined
}

function * eachOf (rows: readonly unknown[], write: (row: unknown, index: number) => string): Generator<string> {
  for (const [index, row] of rows.entries()) yield write(row, index)
}

function * writeLines (table: RowTable, separator: Separator): Generator<string> {
  const { rows } = table
  const names = table.columns ?? listColumns(table)
  yield writeCsvLine(names, separator)
  yield * eachOf(rows, row => writeCsvLine(isObject(row) ? names.map(name => row[name]) : [row], separator))
}

/** Lists the members that rows have, in the order of their schema; those of the schema where there are no rows. */
function listColumns ({ rows, schema }: RowTable): string[] {
  const { names } = shapeOf(schema)
  const present = new Set<string>()
  for (const row of rows) {
    if (isObject(row)) for (const name of Object.keys(row)) present.add(name)
  }
  if (rows.length === 0) return [...names]
  return [...new Set([...names.filter(name => present.has(name)), ...present])]
}

function * writeList ({ rows }: RowTable): Generator<string> {
  yield '['
  yield * eachOf(rows, (row, index) => `${index === 0 ? '\n' : ',\n'}${exactJson.stringify(row)}`)
  yield '\n]\n'
}

function * writeElements ({ name, rows, schema }: RowTable): Generator<string> {
  const list = `${name.replace(/[^\w.-]/g, '_')}List`
  yield `${XML_DECLARATION}<${list}>\n`
  yield * eachOf(rows, row => `${writeElement(row, schema, name)}\n`)
  yield `</${list}>\n`
}
