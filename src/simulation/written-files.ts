import { createHash } from 'node:crypto'
import type { Resource } from '../worlds/resource.ts'
import type { DeclaredFiles, MadeRows, Scope, Subject } from './scope.ts'
import { writeRows } from './write-rows.ts'
import type { RowTable } from './write-rows.ts'

/** A file that is written from rows. */
export interface WrittenFile {
  /** In bytes. */
  readonly size: number
  readonly rows: number
  /** What tells its content from any other. */
  readonly digest: string
  readonly chunks: () => Generator<Buffer>
}

/** Returns the files of a resource whose rows are made. Several files have the rows one after another. */
export function writtenFiles (
  declared: MadeRows,
  { count, mediaType }: Pick<DeclaredFiles, 'count' | 'mediaType'>,
  subject: Subject,
  scope: Scope
): readonly WrittenFile[] {
  const key = `${mediaType} ${count} ${scope.request.serverUrl}`
  const known = measuresOf(subject.resource, declared, key)
  let table: RowTable | undefined
  const partAt = (index: number): RowTable => {
    table ??= declared.list(subject, scope)
    const share = Math.ceil(table.rows.length / count)
    return { ...table, rows: table.rows.slice(index * share, (index + 1) * share) }
  }
  return Array.from({ length: count }, (_, index) => {
    const measure = known[index] ??= measured(partAt(index), mediaType)
    return { ...measure, chunks: () => inChunks(partAt(index), mediaType) }
  })
}

type Measure = Omit<WrittenFile, 'chunks'>

/** The measures of a resource's files, with all that they follow from. */
interface Measures {
  readonly declared: object
  readonly members: Resource['members']
  readonly hidden: Resource['hidden']
  readonly key: string
  readonly files: Measure[]
}

const measures = new WeakMap<Resource, Measures>()

/** Returns what was measured of a resource's files already: they are listed more often than they are read. */
function measuresOf (resource: Resource, declared: object, key: string): Measure[] {
  const { hidden, members } = resource
  const known = measures.get(resource)
  const isKnown = known?.declared === declared && known.key === key &&
    known.members === members && known.hidden === hidden
  if (isKnown) return known.files
  const files: Measure[] = []
  measures.set(resource, { declared, members, hidden, key, files })
  return files
}

function measured (table: RowTable, mediaType: string): Measure {
  const hash = createHash('sha256')
  let size = 0
  for (const text of writeRows(table, mediaType)) {
    size += Buffer.byteLength(text)
    hash.update(text)
  }
  return { size, rows: table.rows.length, digest: hash.digest('base64url') }
}

const CHUNK = 64 * 1024

function * inChunks (table: RowTable, mediaType: string): Generator<Buffer> {
  let waiting = ''
  for (const text of writeRows(table, mediaType)) {
    waiting += text
    if (waiting.length < CHUNK) continue
    yield Buffer.from(waiting)
    waiting = ''
  }
  if (waiting !== '') yield Buffer.from(waiting)
}
