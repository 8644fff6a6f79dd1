import type { Storage } from './storage.ts'

export interface StorageOptions {
  /** The folder in which worlds are kept. */
  readonly data?: string | undefined
  /** The URL of the server of Redis in which they are kept. */
  readonly store?: string | undefined
  /** How long after the end of a process others may take over its worlds, in seconds. */
  readonly storeLease: number
}

/**
 * Opens where worlds are kept, as options say; returns `undefined` where that is nowhere. Rejects with
 * `InvalidStorage`.
 */
export async function openStorage ({ data, store, storeLease }: StorageOptions): Promise<Storage | undefined> {
  if (store !== undefined) {
    const { openRedisStorage } = await import('./redis-storage.ts')
    return await openRedisStorage({ url: store, leaseMs: storeLease * 1_000 })
  }
  if (data === undefined) return undefined
  const { openSqliteStorage } = await import('./sqlite-storage.ts')
  return await openSqliteStorage(data)
}
