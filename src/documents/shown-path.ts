import { isAbsolute, relative } from 'node:path'

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or directory',
  EACCES: 'it may not be read',
  EISDIR: 'it is a directory',
  ENOTDIR: 'it is no directory'
}

/** A path as messages show it: from the working directory, where it is below that. */
export function shownPath (path: string): string {
  const fromHere = relative(process.cwd(), path)
  return fromHere === '' || fromHere.startsWith('..') || isAbsolute(fromHere) ? path : fromHere
}

/** Why a file could not be read, in words. */
export function describeFailure (error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return REASONS[code] ?? String(error)
}
