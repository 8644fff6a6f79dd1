import { InvalidStorage, WorldMoved } from '../errors.ts'
import { RedisConnection } from './redis-connection.ts'
import { RedisIndex, textsOf } from './redis-index.ts'
import { headKey, orderKey, partsKey } from './redis-keys.ts'
import { RedisLease } from './redis-lease.ts'
import { RedisReplicas } from './redis-replicas.ts'
import { ACQUIRE, RECLAIM, RELEASE, SAVE } from './redis-scripts.ts'
import { whyRedisFails } from './why-redis-fails.ts'
import type { ForeignWorld, KeptPart, OpenedWorld, Storage, WorldChanges } from './storage.ts'

export interface RedisStorageOptions {
  /** The URL of the server: `redis://127.0.0.1:6379`. */
  readonly url: string
  /** How long after the end of a process others may take over its worlds, in milliseconds. */
  readonly leaseMs: number
}

/** A world that this process holds. */
interface Held {
  /** The lease under which it was taken or verified, and the fencing number. */
  holder: string
  lease: string
  /** When its next task is due, as the index has it. */
  due: number | undefined
  /** Settles when the index has it; `undefined` where nothing changes in it. */
  raising?: Promise<void> | undefined
}

/** The shortest time within which the server has to reply, in milliseconds. */
const LEAST_TIMEOUT_MS = 1_000

/** How many parts are read together. */
const PARTS_A_READ = 1_000

/** Opens a server of Redis or Valkey in which worlds are kept. Rejects with `InvalidStorage` where it is not usable. */
export async function openRedisStorage ({ leaseMs, url }: RedisStorageOptions): Promise<Storage> {
  const opening = RedisConnection.open(url, Math.max(LEAST_TIMEOUT_MS, leaseMs))
  const connection = await opening.catch((error: unknown) => { throw new InvalidStorage(whyRedisFails(error, url)) })
  const lease = new RedisLease(connection, leaseMs)
  try {
    await lease.renew()
  } catch {
    await connection.close()
    throw new InvalidStorage(connection.failure ?? '')
  }
  lease.keep()
  return new RedisStorage(connection, lease)
}

class RedisStorage implements Storage {
  readonly replicas: RedisReplicas
  readonly #connection: RedisConnection
  readonly #lease: RedisLease
  readonly #index: RedisIndex
  readonly #held = new Map<string, Held>()

  constructor (connection: RedisConnection, lease: RedisLease) {
    this.#connection = connection
    this.#lease = lease
    this.#index = new RedisIndex(connection)
    this.replicas = new RedisReplicas(connection, lease)
  }

  get failure (): string | undefined {
    return this.#connection.failure
  }

  async open (world: string): Promise<OpenedWorld> {
    const known = this.replicas.knownHolder(world)
    if (known !== undefined) return known
    for (;;) {
      if (!this.#lease.isValid()) await this.#lease.renew()
      const foreign = await this.#elsewhere(world) ?? await this.#acquire(world)
      if (foreign !== undefined) return foreign
      const parts = await this.#readParts(world)
      // Where it took long, another process may have taken the world over meanwhile.
      if (await this.isOwn(world)) return { kind: 'own', parts }
    }
  }

  isOwn (world: string): boolean | Promise<boolean> {
    const held = this.#held.get(world)
    if (held === undefined) return false
    return (held.lease === this.#lease.id && this.#lease.isValid()) || this.#verify(world, held)
  }

  async save (world: string, changes: WorldChanges): Promise<void> {
    const held = this.#held.get(world)
    if (held === undefined) throw new WorldMoved(world)
    const { clears, deletes, due, puts } = changes
    const isDeleted = clears && puts.length === 0
    const announced = isDeleted ? [] : this.#announce(world, changes, held)
    // On one server, commands take effect in the order in which they are sent.
    if (this.#connection.isCluster) await Promise.all(announced)
    const keys = [headKey(world), partsKey(world), orderKey(world)]
    const counted = [String(deletes.length), ...deletes]
    const given = [held.holder, clears ? '1' : '', String(due ?? ''), ...counted, ...puts.flat()]
    const [isSaved] = await Promise.all([this.#connection.run(SAVE, keys, given), ...announced])
    if (isSaved !== 1) {
      this.#held.delete(world)
      throw new WorldMoved(world)
    }
    if (isDeleted) await this.#index.remove(world)
    // The index may be ahead: nobody waits for it.
    else if (isLater(due, held.due)) held.raising = this.#index.changeDue(world, held.due, due).catch(() => {})
    held.due = isDeleted ? undefined : due
  }

  async release (world: string): Promise<void> {
    const held = this.#held.get(world)
    if (held === undefined) return
    this.#held.delete(world)
    await this.#connection.run(RELEASE, [headKey(world)], [held.holder])
  }

  async list (): Promise<readonly string[]> {
    return await this.#index.list()
  }

  async listDue (now: number): Promise<readonly string[]> {
    if (!this.#lease.takesWorlds) return []
    const due = await this.#index.listDue(now)
    const others = due.filter(world => !this.#held.has(world))
    const isFree = await Promise.all(others.map(world => this.#isFree(world)))
    return others.filter((_world, index) => isFree[index])
  }

  async close (): Promise<void> {
    await this.#lease.end().catch(() => {})
    await this.#connection.close()
  }

  /** Returns the process that is to use a world, where this one leaves worlds to others. */
  async #elsewhere (world: string): Promise<ForeignWorld | undefined> {
    if (this.#lease.takesWorlds) return undefined
    const head = headKey(world)
    const holder = await this.#connection.send(head, ['HGET', head, 'holder'])
    const foreign = typeof holder === 'string' ? await this.replicas.find(world, holder) : undefined
    return foreign ?? await this.replicas.another()
  }

  /** Takes a world. Returns the process that uses it where another one does. */
  async #acquire (world: string): Promise<ForeignWorld | undefined> {
    let gone = ''
    for (;;) {
      const { id } = this.#lease
      const [isTaken, holder, due, isKept] = listOf(await this.#connection.run(ACQUIRE, keysOf(world), [id, gone]))
      if (isTaken === 1) {
        const held = { holder: String(holder), lease: id, due: due === null ? undefined : Number(due) }
        this.#held.set(world, held)
        // The index may be ahead of the world, where a process ended before it saved.
        await (isKept === 1 ? this.#index.setDue(world, held.due) : this.#index.remove(world))
        return undefined
      }
      const foreign = await this.replicas.find(world, String(holder))
      if (foreign !== undefined) return foreign
      gone = String(holder)
    }
  }

  /** Returns whether this process still holds a world after its lease may have expired. */
  async #verify (world: string, held: Held): Promise<boolean> {
    if (!this.#lease.isValid()) await this.#lease.renew()
    const { id } = this.#lease
    if (held.lease === id) return this.#lease.isValid()
    const holder = await this.#connection.run(RECLAIM, [headKey(world)], [held.holder, id])
    if (typeof holder !== 'string') {
      if (this.#held.get(world) === held) this.#held.delete(world)
      return false
    }
    held.holder = holder
    held.lease = id
    return this.#lease.isValid()
  }

  /** Has the index know of a change before it is saved. */
  #announce (world: string, { clears, due }: WorldChanges, held: Held): Array<Promise<void>> {
    const announced: Array<Promise<void>> = []
    if (clears) announced.push(this.#index.add(world))
    if (isLater(held.due, due)) announced.push(this.#lowerDue(world, Number(due), held))
    return announced
  }

  async #lowerDue (world: string, due: number, held: Held): Promise<void> {
    // It must not be overtaken.
    await held.raising
    await this.#index.lowerDue(world, due)
  }

  async #readParts (world: string): Promise<readonly KeptPart[]> {
    const order = orderKey(world)
    const keys = textsOf(await this.#connection.send(order, ['ZRANGE', order, '0', '-1']))
    const reads: Array<Promise<KeptPart[]>> = []
    for (let at = 0; at < keys.length; at += PARTS_A_READ) {
      reads.push(this.#readSome(world, keys.slice(at, at + PARTS_A_READ)))
    }
    return (await Promise.all(reads)).flat()
  }

  async #readSome (world: string, keys: readonly string[]): Promise<KeptPart[]> {
    const parts = partsKey(world)
    const texts = listOf(await this.#connection.send(parts, ['HMGET', parts, ...keys]))
    return keys.map((key, index): KeptPart => [key, String(texts[index])])
  }

  async #isFree (world: string): Promise<boolean> {
    const head = headKey(world)
    const holder = await this.#connection.send(head, ['HGET', head, 'holder'])
    return typeof holder !== 'string' || await this.replicas.find(world, holder) === undefined
  }
}

/** Returns whether a task is due later than another, or not at all. */
function isLater (due: number | undefined, before: number | undefined): boolean {
  return (due ?? Infinity) > (before ?? Infinity)
}

function keysOf (world: string): string[] {
  return [headKey(world), partsKey(world)]
}

function listOf (reply: unknown): readonly unknown[] {
  return Array.isArray(reply) ? reply : []
}
