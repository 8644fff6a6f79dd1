import { isAbsolute, relative, resolve } from 'node:path'

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or directory',
  EACCES: 'permission is denied',
  EEXIST: 'there is a file where a directory should be',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  ENXIO: 'it is a socket, not a file',
  EISDIR: 'it is a directory',
  ELOOP: 'its symbolic links lead to each other',
  ENAMETOOLONG: 'its name is too long',
  ERR_INVALID_ARG_VALUE: 'its name is not valid',
  ENOTDIR: 'it is not a directory'
}

/** Returns a path as messages show it: relative to the working directory where it is inside of that. */
export function shownPath (path: string): string {
  if (isUrl(path)) return path
  const fromHere = relative(process.cwd(), path)
  return fromHere === '' || fromHere.startsWith('..') || isAbsolute(fromHere) ? path : fromHere
}

/** Returns the absolute form of a path; a URL as it is. */
export function absolutePath (path: string): string {
  return isUrl(path) ? path : resolve(path)
}

/** Returns whether a text is an http(s) URL. */
export function isUrl (text: string): boolean {
  return /^https?:/i.test(text)
}

/** The error of a file that is there, but is not read; its message is a clause. */
export class FileRefused extends Error {}

/** Describes why a file could not be read. */
export function describeFailure (error: unknown): string {
  if (error instanceof FileRefused) return error.message
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return REASONS[code] ?? (code === '' ? String(error) : `the system reports ${code}`)
}
