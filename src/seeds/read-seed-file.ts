import { basename, extname } from 'node:path'
import { isObject } from '../documents/is-object.ts'
import type { Problem } from '../documents/problem.ts'
import { createLocator, readDocument } from '../documents/read-document.ts'
import type { ReadableFolders } from '../documents/readable-folders.ts'
import { shownPath } from '../documents/shown-path.ts'
import type { SeedItem } from './type-seed.ts'

/** A file of resources: its type, and what is in it. */
export interface SeedFile {
  /** The name of the type, which is that of the file: `Customer`. */
  readonly name: string
  /** The file as messages show it. */
  readonly file: string
  readonly items: readonly SeedItem[]
  /** Whether its values are texts, which have to be read as their schemas say. */
  readonly isText: boolean
}

/** The endings of files that hold resources. */
export const SEED_ENDINGS = ['.json', '.yaml', '.yml', '.csv']

/**
 * Reads a file of resources: a list of objects in JSON or YAML, or CSV (RFC 4180) whose first line names the members.
 * Returns what is wrong where it is none.
 */
export async function readSeedFile (path: string, readable: ReadableFolders): Promise<SeedFile | readonly Problem[]> {
  const file = shownPath(path)
  const content = await readable.read(path)
  if (content.kind === 'unread') return [{ file, message: content.why }]
  const text = content.bytes.toString('utf8')
  const name = basename(path, extname(path))
  const isText = extname(path).toLowerCase() === '.csv'
  const items = isText ? await readCsv(text, file) : readList(text, file)
  return 'problems' in items ? items.problems : { name, file, items: items.items, isText }
}

type Reading = { readonly items: readonly SeedItem[] } | { readonly problems: readonly Problem[] }

function readList (text: string, file: string): Reading {
  const reading = readDocument(text, file)
  if (reading.kind !== 'value') return { problems: reading.problems.map(problem => ({ file, ...problem })) }
  const locate = createLocator(text)
  const { value } = reading
  if (!Array.isArray(value)) {
    return { problems: [{ file, place: locate(''), message: 'must be a list of resources, each an object' }] }
  }
  const problems: Problem[] = []
  const items: SeedItem[] = []
  for (const [index, item] of value.entries()) {
    const place = locate(`/${index}`)
    if (isObject(item)) items.push({ value: item, source: message => ({ file, place, message }) })
    else problems.push({ file, place, message: 'must be a resource, which is an object' })
  }
  return problems.length > 0 ? { problems } : { items }
}

// The library is loaded by those who have such a file.
async function readCsv (text: string, file: string): Promise<Reading> {
  const { parse } = await import('csv-parse/sync')
  try {
    const options = { bom: true, columns: true, info: true, skip_empty_lines: true, trim: true } as const
    const rows = parse(text, options) as CsvRow[]  // what these options yield
    return {
      items: rows.map(({ info, record }) => {
        const place = { line: info.lines, column: 1 }
        return { value: withoutEmpty(record), source: (message: string) => ({ file, place, message }) }
      })
    }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    return { problems: [{ file, message: `is not valid CSV: ${message}` }] }
  }
}

/** A row with the line at which it ends. */
interface CsvRow {
  readonly info: { readonly lines: number }
  readonly record: Readonly<Record<string, string>>
}

/** Leaves out the members of empty cells. */
function withoutEmpty (record: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== ''))
}
