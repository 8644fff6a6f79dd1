import type { Scope, Subject } from './scope.ts'
import type { FileContent } from '../messages/message.ts'
import { listRows, repeatRows } from './rows.ts'
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
}

/** Lists a resource's files, with URLs in its world. */
export function listFiles (subject: Subject, scope: Scope): ListedFile[] {
  return openFiles(subject, scope).map(({ name, size }) => ({ url: fileUrl(name, subject, scope), name, size }))
}

/** Returns a resource's files. Their content is made while it is read. */
export function openFiles (subject: Subject, scope: Scope): FileContent[] {
  const { position, resource, type } = subject
  const declared = type.files
  if (declared === undefined) return []
  const count = resource.files?.count ?? declared.count
  const repeat = resource.files?.repeat ?? declared.repeat
  const own = withoutDeclared(subject, scope)
  const shown = subjectIn(own) ?? subject
  const made = declared.rows(own)
  const rows = Array.isArray(made)
    ? listRows(made.map(String), declared.header)
    : scope.rowFiles.read(String(made), declared.header)
  return Array.from({ length: count }, (_, index) => {
    const naming: Scope = { ...own, found: { kind: 'file', subject: shown, fileNumber: index + 1 } }
    const name = String(declared.name(naming))
    const seed = scope.world.seedFor(`${type.id} ${resource.id} ${name}`)
    const { size, chunks } = repeatRows(rows, repeat, seed)
    const version = `${seed} ${size}`
    return { name, mediaType: declared.mediaType, size, version, modified: position.since, chunks }
  })
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
