import type { Scope, Subject } from './scope.ts'
import type { FileContent } from '../messages/message.ts'
import { repeatRows } from './rows.ts'
import { subjectIn } from './subject-in.ts'
import { withoutDeclared } from './shown-members.ts'
import { FileNotAvailable, FileNotFound, FileSignatureWrong } from '../errors.ts'
import { fileUrl, sign } from './file-url.ts'
import type { FileSignature } from './file-url.ts'

export interface ListedFile {
  readonly url: string
  readonly name: string
  readonly size: number
}

/** A resource's files, with URLs that lead back to its world. */
export function listFiles (subject: Subject, scope: Scope): ListedFile[] {
  return openFiles(subject, scope).map(({ name, size }) => ({ url: fileUrl(name, subject, scope), name, size }))
}

/** A resource's files with their content, which is made when it is read. */
export function openFiles (subject: Subject, scope: Scope): FileContent[] {
  const { resource, type } = subject
  const declared = type.files
  if (declared === undefined) return []
  const count = resource.files?.count ?? declared.count
  const repeat = resource.files?.repeat ?? declared.repeat
  const own = withoutDeclared(subject, scope)
  const shown = subjectIn(own) ?? subject
  const rows = scope.rowFiles.read(String(declared.rows(own)), declared.header)
  return Array.from({ length: count }, (_, index) => {
    const name = String(declared.name({ ...own, found: { kind: 'file', subject: shown, fileNumber: index + 1 } }))
    const { size, chunks } = repeatRows(rows, repeat, scope.world.seedFor(`${type.id} ${resource.id} ${name}`))
    return { name, mediaType: declared.mediaType, size, chunks }
  })
}

/** The file that a URL names. Throws `FileNotFound`, `FileSignatureWrong` or `FileNotAvailable`. */
export function openSignedFile (name: string, signature: FileSignature, subject: Subject, scope: Scope): FileContent {
  const { resource, type, position } = subject
  const file = openFiles(subject, scope).find(candidate => candidate.name === name)
  if (file === undefined) throw new FileNotFound(name, resource.id)
  if (signature.value !== sign(name, signature.expires, subject, scope.world)) throw new FileSignatureWrong(name)
  if (signature.expires !== undefined && Number(signature.expires) <= scope.now) throw new FileNotAvailable(name, 'its URL has expired: ask for a new one')
  if (position.status !== undefined && !type.files?.availableIn.has(position.status)) throw new FileNotAvailable(name, `${type.id} "${resource.id}" is ${position.status}`)
  return file
}
