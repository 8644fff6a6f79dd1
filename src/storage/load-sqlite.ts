import { InvalidStorage } from '../errors.ts'

type Sqlite = typeof import('node:sqlite')

/**
 * Loads SQLite, which comes with Node, without the warning that Node 22 prints with it. Rejects with `InvalidStorage`
 * where this Node has none.
 */
export async function loadSqlite (): Promise<Sqlite> {
  const { emitWarning } = process
  process.emitWarning = () => {}
  try {
    return await import('node:sqlite')
  } catch {
    throw new InvalidStorage(`Node ${process.version} has no SQLite, which --data needs: use Node 22.13 or later`)
  } finally {
    process.emitWarning = emitWarning
  }
}
