import type { DeclaredFiles, Scope, Subject } from './scope.ts'
import type { FileContent } from '../messages/message.ts'
import { repeatRows } from './rows.ts'
import { writtenFiles } from './written-files.ts'
import { subjectIn } from './subject-in.ts'
import { withoutDeclared } from './shown-members.ts'
import { FileNotAvailable, FileNotFound, FileSignatureWrong } from '../errors.ts'
import { fileUrl, sign } from './file-url.ts'
import type { FileSignature } from './file-url.ts'

/** A file as templates show it. */
export interface ListedFile {
  readonly url: string
  readonly name: string
  readonly size: number
  /** How many rows it has, where they are resources or generated. */
  readonly rows?: number
}

/** Lists a resource's files, with URLs in its world. */
export function listFiles (subject: Subject, scope: Scope): ListedFile[] {
  return openFiles(subject, scope).map(({ name, rows, size }) => {
    const file = { url: fileUrl(name, subject, scope), name, size }
    return rows === undefined ? file : { ...file, rows }
  })
}

/** A file that can be read. */
export interface OpenedFile extends FileContent {
  /** How many rows it has; `undefined` where they are lines that a document or a fixture lists. */
  readonly rows: number | undefined
}

/** Returns a resource's files. Their content is made while it is read. */
export function openFiles (subject: Subject, scope: Scope): OpenedFile[] {
  const { position, resource, type } = subject
  const declared = type.files
  if (declared === undefined) return []
  const count = resource.files?.count ?? declared.count
  const own = withoutDeclared(subject, scope)
  const shown = subjectIn(own) ?? subject
  const contentOf = contentsOf(declared, count, shown, own)
  return Array.from({ length: count }, (_, index) => {
    const naming: Scope = { ...own, found: { kind: 'file', subject: shown, fileNumber: index + 1 } }
    const name = String(declared.name(naming))
    const seed = scope.world.seedFor(`${type.id} ${resource.id} ${name}`)
    const { chunks, rows, size, version } = contentOf(index, seed)
    return { name, mediaType: declared.mediaType, size, version, modified: position.since, rows, chunks }
  })
}

type Content = Pick<OpenedFile, 'chunks' | 'rows' | 'size' | 'version'>

/** Returns the function that returns the content of each file. That of lines follows from a seed. */
function contentsOf (
  declared: DeclaredFiles,
  count: number,
  subject: Subject,
  scope: Scope
): (index: number, seed: string) => Content {
  const { header, mediaType, rows: declaredRows } = declared
  if (declaredRows.kind !== 'lines') {
    const files = writtenFiles(declaredRows, { count, mediaType }, subject, scope)
    return (index, seed) => ({ ...files[index], version: `${seed} ${files[index].digest}` })
  }
  const repeat = subject.resource.files?.repeat ?? declared.repeat
  const rows = declaredRows.read(header, scope)
  return (_index, seed) => {
    const { chunks, size } = repeatRows(rows, repeat, seed)
    return { chunks, size, rows: undefined, version: `${seed} ${size}` }
  }
}

/**
 * Returns one of a resource's files, counted from 0; `undefined` where there are fewer. Throws `FileNotAvailable` where
 * the status of the resource has no downloads.
 */
export function openFile (index: number, subject: Subject, scope: Scope): FileContent | undefined {
  const file = openFiles(subject, scope)[index]
  if (file !== undefined) rejectUnavailable(file, subject)
  return file
}

/** Returns the file that a URL names. Throws `FileNotFound`, `FileSignatureWrong` or `FileNotAvailable`. */
export function openSignedFile (
  name: string,
  signature: FileSignature,
  subject: Subject,
  scope: Scope
): FileContent {
  const { resource } = subject
  const file = openFiles(subject, scope).find(candidate => candidate.name === name)
  if (file === undefined) throw new FileNotFound(name, resource.id)
  const { expires, value } = signature
  if (value !== sign(name, expires, subject, scope.world)) throw new FileSignatureWrong(name)
  const isExpired = expires !== undefined && Number(expires) <= scope.now
  if (isExpired) throw new FileNotAvailable(name, 'its URL has expired: ask for a new one')
  rejectUnavailable(file, subject)
  return file
}

function rejectUnavailable ({ name }: FileContent, { position: { status }, resource, type }: Subject): void {
  const isAvailable = status === undefined || type.files?.availableIn.has(status) === true
  if (!isAvailable) throw new FileNotAvailable(name, `${type.id} "${resource.id}" is ${status}`)
}
