import type { Storage } from './storage.ts'

export interface StorageOptions {
  /** The folder in which worlds are kept. */
  readonly data: string
}

/** Opens where worlds are kept. Rejects with `InvalidStorage`. */
export async function openStorage ({ data }: StorageOptions): Promise<Storage> {
  const { openSqliteStorage } = await import('./sqlite-storage.ts')
  return await openSqliteStorage(data)
}
