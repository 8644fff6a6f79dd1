import { DatabaseSync } from 'node:sqlite'
import type { Test } from 'tap'

/** The result code of SQLite for a full disk. */
const FULL = 13

/** Has every write to files of SQLite fail, as on a full disk, while `isFull` is set. */
export function fillDisk (t: Test): { isFull: boolean } {
  const disk = { isFull: false }
  const { exec } = DatabaseSync.prototype
  DatabaseSync.prototype.exec = function (sql) {
    if (disk.isFull && /^(?:BEGIN IMMEDIATE|PRAGMA user_version)/.test(sql)) {
      throw Object.assign(new Error('database or disk is full'), { errcode: FULL })
    }
    exec.call(this, sql)
  }
  t.teardown(() => { DatabaseSync.prototype.exec = exec })
  return disk
}
