import type { DatabaseSync } from 'node:sqlite'
import { InvalidStorage } from '../errors.ts'

/** Marks the files of this program among those of SQLite: "stan" in ASCII. */
const APPLICATION = 0x7374616e

/** The version of the tables. */
export const TABLES_VERSION = 1

/**
 * Prepares the file of a database: it belongs to this process alone, and its tables are there. Throws `InvalidStorage`,
 * or the error of SQLite.
 */
export function prepareTables (database: DatabaseSync, file: string): void {
  // The lock lasts as long as the process: the system drops it, however the process ends.
  database.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL')
  // What is committed is in the hands of the system: it outlives the process, not a power failure.
  database.exec('PRAGMA synchronous = NORMAL; BEGIN IMMEDIATE; COMMIT')
  const [check] = Object.values(database.prepare('PRAGMA quick_check(1)').get() ?? {})
  if (check !== 'ok') throw new InvalidStorage(damaged(file, String(check)))
  const version = numberOf(database, 'user_version')
  const application = numberOf(database, 'application_id')
  if (version === 0 && application === 0 && isEmpty(database)) {
    const marks = `PRAGMA application_id = ${APPLICATION}; PRAGMA user_version = ${TABLES_VERSION}`
    database.exec(`BEGIN; ${TABLES}; ${marks}; COMMIT`)
    return
  }
  if (application !== APPLICATION) {
    throw new InvalidStorage(`${file} is a database of another program: name another folder with --data`)
  }
  if (version !== TABLES_VERSION) {
    const reads = `this standin reads version ${TABLES_VERSION}`
    throw new InvalidStorage(`${file} has the version ${version} of its tables, and ${reads}: use the standin that ` +
      'wrote it, or another folder with --data')
  }
}

/** Returns what to do about a damaged file. */
export function damaged (file: string, why: string): string {
  return `${file} is damaged (${why}): move it away to begin anew, or restore it from a copy`
}

function numberOf (database: DatabaseSync, pragma: string): number {
  const [value] = Object.values(database.prepare(`PRAGMA ${pragma}`).get() ?? {})
  return Number(value)
}

function isEmpty (database: DatabaseSync): boolean {
  return database.prepare('SELECT 1 FROM sqlite_schema').get() === undefined
}

/** The parts of a world, in the order in which they were first put. */
const TABLES = `
  CREATE TABLE worlds (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, due INTEGER) STRICT;
  CREATE INDEX worlds_due ON worlds (due) WHERE due IS NOT NULL;
  CREATE TABLE parts (
    place INTEGER PRIMARY KEY AUTOINCREMENT,
    world INTEGER NOT NULL,
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    UNIQUE (world, key)
  ) STRICT`
