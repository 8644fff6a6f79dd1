import { dirname } from 'node:path'
import { damaged } from './sqlite-tables.ts'

/** The result codes of SQLite (sqlite.org/rescode.html) that users can do something about. */
const BUSY = 5
const READONLY = 8
const IO_ERROR = 10
const CORRUPT = 11
const FULL = 13
const CANNOT_OPEN = 14
const NOT_A_DATABASE = 26

/** Returns why the file of a storage cannot be used, and what to do about it. */
export function whyUnusable (error: unknown, file: string): string {
  const why = error instanceof Error ? error.message : String(error)
  if (isNoFolder(error)) return `${dirname(file)} is a file: name a folder with --data`
  switch (codeOf(error)) {
    case BUSY:
      return `${file} is in use by another process: one standin at a time keeps worlds in a folder`
    case READONLY:
      return `${file} cannot be written: give the process the right to`
    case FULL:
      return `the disk of ${file} is full: make room on it`
    case CORRUPT:
    case NOT_A_DATABASE:
      return damaged(file, why)
    case IO_ERROR:
      return `${file} cannot be read or written: ${why}`
    case CANNOT_OPEN:
      return `${file} cannot be opened: name a folder that this process may write, with --data`
    default:
      return `${file} cannot be used: ${why}`
  }
}

/** Returns whether an error says that a part of the file is damaged: others may still be used. */
export function isDamage (error: unknown): boolean {
  return codeOf(error) === CORRUPT
}

/** Returns whether an error says that there is a file where a folder is made. */
function isNoFolder (error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'EEXIST' || error.code === 'ENOTDIR')
}

/** Returns the primary result code of an error of SQLite. */
function codeOf (error: unknown): number | undefined {
  return error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : undefined
}
