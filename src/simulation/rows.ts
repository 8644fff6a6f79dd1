import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { SchemaReference } from '../contract/contract.ts'
import { RowsNotFound } from '../errors.ts'
import { nearest } from '../documents/nearest.ts'
import { shownPath } from '../documents/shown-path.ts'
import { Random } from '../worlds/random.ts'

/** The lines of a file of rows, cut at each UUID. */
export interface Rows {
  readonly header: string
  /** For each row, the text between its UUIDs. */
  readonly rows: ReadonlyArray<readonly string[]>
  /** In bytes. */
  readonly headerSize: number
  readonly rowsSize: number
}

/** Generates rows of a schema, each another one. */
export type GenerateRows = (schema: SchemaReference, draw: RowsDraw) => readonly unknown[]

/** All that generated rows follow from, beside their schema. */
export interface RowsDraw {
  readonly count: number
  readonly seed: string
  /** The instant around which dates lie, in milliseconds since 1970. */
  readonly now: number
  readonly locale: string
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/gi
const CHUNK = 64 * 1024

/**
 * The files of rows in a folder. Their names are listed at the start, so that no name can reach outside it;
 * each is read when it is first used.
 */
export class RowFiles {
  readonly #folder: string | undefined
  readonly #names: ReadonlySet<string>
  readonly #read = new Map<string, Rows>()
  /** Generates rows that are in no file. */
  readonly generate: GenerateRows

  constructor (folder: string | undefined, generate: GenerateRows = () => []) {
    this.#folder = folder
    this.generate = generate
    this.#names = new Set(folder === undefined ? [] : listRowFiles(folder))
  }

  /** The folder of the fixtures. */
  get folder (): string | undefined {
    return this.#folder
  }

  has (name: string): boolean {
    return this.#names.has(name)
  }

  /** Returns why a file is missing, as the end of a message. */
  hint (name: string): string {
    if (this.#folder === undefined) return ': no folder of fixtures is given, name one with --fixtures'
    const near = nearest(name, this.#names)
    return ` in ${shownPath(this.#folder)}${near === undefined ? '' : `, did you mean "${near}"?`}`
  }

  /** Returns the rows of a file. Throws `RowsNotFound` for one that was not there at the start. */
  read (name: string, headerLines: number): Rows {
    const key = `${headerLines} ${name}`
    const known = this.#read.get(key)
    if (known !== undefined) return known
    if (!this.#names.has(name)) throw new RowsNotFound(name, this.hint(name))
    const rows = cutRows(readFileSync(join(this.#folder ?? '', name), 'utf8'), headerLines)
    this.#read.set(key, rows)
    return rows
  }
}

/** Cuts a text of lines into rows. */
export function cutRows (text: string, headerLines: number): Rows {
  return toRows(text.split('\n').filter(line => line !== ''), headerLines, line => line.split(UUID))
}

/** Returns the rows of lines whose UUIDs stay as they are, as they may be those of a resource. */
export function listRows (lines: readonly string[], headerLines: number): Rows {
  return toRows(lines, headerLines, line => [line])
}

function toRows (lines: readonly string[], headerLines: number, cut: (line: string) => string[]): Rows {
  const ended = lines.map(line => `${line}\n`)
  const header = ended.slice(0, headerLines).join('')
  const body = ended.slice(headerLines)
  return {
    header,
    headerSize: Buffer.byteLength(header),
    rows: body.map(cut),
    rowsSize: Buffer.byteLength(body.join(''))
  }
}

/**
 * Repeats rows, each time with other UUIDs. The size is known at once; the content is made in chunks while it
 * is read, and is the same each time.
 */
export function repeatRows (
  { header, headerSize, rows, rowsSize }: Rows,
  repeat: number,
  seed: string
): { size: number, chunks: () => Generator<Buffer> } {
  function * chunks (): Generator<Buffer> {
    const random = new Random(seed)
    let text = header
    for (let round = 0; round < repeat; round++) {
      for (const row of rows) {
        text += row.reduce((line, piece) => `${line}${random.uuid()}${piece}`)
        if (text.length < CHUNK) continue
        yield Buffer.from(text)
        text = ''
      }
    }
    if (text !== '') yield Buffer.from(text)
  }
  return { size: headerSize + rowsSize * repeat, chunks }
}

function listRowFiles (folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && /[/\\]rows$/.test(entry.parentPath))
    .map(entry => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
}
