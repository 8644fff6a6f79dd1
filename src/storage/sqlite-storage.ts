import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { InvalidStorage, StorageUnavailable } from '../errors.ts'
import { loadSqlite } from './load-sqlite.ts'
import { TABLES_VERSION, prepareTables } from './sqlite-tables.ts'
import { isDamage, whyUnusable } from './why-unusable.ts'
import type { KeptPart, OpenedWorld, Storage, WorldChanges } from './storage.ts'

/** The name of the file in its folder. */
const FILE = 'worlds.db'

/**
 * Opens a folder in which worlds are kept, in one SQLite file, and creates it where there is none. What was saved
 * outlives the end of the process, however it ends; not that of the machine. Rejects with `InvalidStorage` where the
 * file cannot be used: another process uses it, it is damaged, or another program wrote it.
 */
export async function openSqliteStorage (folder: string): Promise<Storage> {
  const { DatabaseSync } = await loadSqlite()
  const file = join(folder, FILE)
  let database: DatabaseSync | undefined
  try {
    mkdirSync(folder, { recursive: true })
    database = new DatabaseSync(file)
    prepareTables(database, file)
    return new SqliteStorage(database, file)
  } catch (error) {
    database?.close()
    throw error instanceof InvalidStorage ? error : new InvalidStorage(whyUnusable(error, file))
  }
}

class SqliteStorage implements Storage {
  readonly #database: DatabaseSync
  readonly #file: string
  readonly #statements: Readonly<Record<Exclude<keyof typeof SQL, 'probe'>, StatementSync>>
  #failure: string | undefined

  constructor (database: DatabaseSync, file: string) {
    this.#database = database
    this.#file = file
    this.#statements = {
      addWorld: database.prepare(SQL.addWorld),
      setDue: database.prepare(SQL.setDue),
      deleteWorld: database.prepare(SQL.deleteWorld),
      listWorlds: database.prepare(SQL.listWorlds),
      listDue: database.prepare(SQL.listDue),
      listParts: database.prepare(SQL.listParts),
      putPart: database.prepare(SQL.putPart),
      deletePart: database.prepare(SQL.deletePart),
      deleteParts: database.prepare(SQL.deleteParts)
    }
  }

  get failure (): string | undefined {
    return this.#failure
  }

  async open (world: string): Promise<OpenedWorld> {
    // A cast: these are the columns that the statement selects.
    const rows = this.#attempt(() => this.#statements.listParts.all(world)) as Array<{ key: string, value: string }>
    return { kind: 'own', parts: rows.map(({ key, value }): KeptPart => [key, value]) }
  }

  isOwn (): boolean {
    return true
  }

  async save (world: string, changes: WorldChanges): Promise<void> {
    this.#attempt(() => {
      this.#database.exec('BEGIN IMMEDIATE')
      try {
        this.#write(world, changes)
        this.#database.exec('COMMIT')
        this.#failure = undefined
      } catch (error) {
        // A full disk may have ended the transaction already.
        if (this.#database.isTransaction) this.#database.exec('ROLLBACK')
        throw error
      }
    })
  }

  async release (): Promise<void> {}

  async list (): Promise<readonly string[]> {
    return this.#attempt(() => this.#statements.listWorlds.all()).map(({ name }) => String(name))
  }

  async listDue (now: number): Promise<readonly string[]> {
    // Where nothing could be written, only writing tells whether that has passed.
    if (this.#failure !== undefined) this.#probe()
    return this.#attempt(() => this.#statements.listDue.all(now)).map(({ name }) => String(name))
  }

  async close (): Promise<void> {
    if (this.#database.isOpen) this.#database.close()
  }

  #probe (): void {
    this.#attempt(() => this.#database.exec(SQL.probe))
    this.#failure = undefined
  }

  #write (world: string, { clears, deletes, due, puts }: WorldChanges): void {
    const { addWorld, deletePart, deleteParts, deleteWorld, putPart, setDue } = this.#statements
    if (clears) deleteParts.run(world)
    if (clears && puts.length === 0) {
      deleteWorld.run(world)
      return
    }
    if (clears) addWorld.run(world)
    setDue.run(due ?? null, world)
    for (const key of deletes) deletePart.run(world, key)
    for (const [key, text] of puts) putPart.run(world, key, text)
  }

  /** Does something with the file, and remembers why it could not be done. Throws `StorageUnavailable`. */
  #attempt<T> (act: () => T): T {
    try {
      return act()
    } catch (error) {
      const why = whyUnusable(error, this.#file)
      if (!isDamage(error)) this.#failure = why
      throw new StorageUnavailable(why)
    }
  }
}

const OF_WORLD = 'world = (SELECT id FROM worlds WHERE name = ?)'

const SQL = {
  probe: `PRAGMA user_version = ${TABLES_VERSION}`,
  addWorld: 'INSERT INTO worlds (name) VALUES (?) ON CONFLICT (name) DO NOTHING',
  setDue: 'UPDATE worlds SET due = ? WHERE name = ?',
  deleteWorld: 'DELETE FROM worlds WHERE name = ?',
  listWorlds: 'SELECT name FROM worlds ORDER BY name',
  listDue: 'SELECT name FROM worlds WHERE due <= ? ORDER BY due',
  listParts: `SELECT key, value FROM parts WHERE ${OF_WORLD} ORDER BY place`,
  putPart: 'INSERT INTO parts (world, key, value) SELECT id, ?2, ?3 FROM worlds WHERE name = ?1 ' +
    'ON CONFLICT (world, key) DO UPDATE SET value = excluded.value',
  deletePart: `DELETE FROM parts WHERE ${OF_WORLD} AND key = ?`,
  deleteParts: `DELETE FROM parts WHERE ${OF_WORLD}`
} as const
