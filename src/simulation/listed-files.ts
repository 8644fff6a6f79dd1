import { createHmac } from 'node:crypto'
import type { Scope, Subject } from './scope.ts'
import type { FileContent } from '../messages/message.ts'
import { repeatRows } from './rows.ts'
import { subjectIn } from './subject-in.ts'
import { withoutDeclared } from './shown-members.ts'
import { FileNotAvailable, FileNotFound, FileSignatureWrong } from '../errors.ts'
import type { World } from '../worlds/world.ts'

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

/** The path under which files are served. */
export const FILES_PATH = '/__files'

export interface FileSignature {
  readonly value: string | undefined
  /** When the URL ceases to work, in milliseconds since 1970, as the URL has it. */
  readonly expires: string | undefined
}

export function fileUrl (name: string, subject: Subject, { world, now, request }: Scope): string {
  const { resource, type } = subject
  const validForMs = type.files?.validForMs
  const expires = validForMs === undefined ? undefined : String(now + validForMs)
  const query = `${expires === undefined ? '' : `expires=${expires}&`}signature=${sign(name, expires, subject, world)}`
  return `${request.baseUrl}${FILES_PATH}/${type.id}/${encodeURIComponent(resource.id)}/${encodeURIComponent(name)}?${query}`
}

export function sign (name: string, expires: string | undefined, { resource, type }: Subject, world: World): string {
  return createHmac('sha256', world.seedFor('file signatures'))
    .update(JSON.stringify([type.id, resource.id, name, expires ?? null]))
    .digest('base64url')
}
