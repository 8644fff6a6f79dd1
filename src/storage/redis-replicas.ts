import { BoundedMap } from '../worlds/bounded-map.ts'
import type { RedisConnection } from './redis-connection.ts'
import { textsOf } from './redis-index.ts'
import { REPLICAS_KEY, leaseKey } from './redis-keys.ts'
import type { RedisLease } from './redis-lease.ts'
import type { Replicas } from './replicas.ts'
import type { ForeignWorld } from './storage.ts'

/** How many worlds are remembered that other processes use. */
const MOST_KNOWN = 10_000

/** The processes that keep their worlds on one server of Redis. */
export class RedisReplicas implements Replicas {
  readonly #connection: RedisConnection
  readonly #lease: RedisLease
  readonly #known: Map<string, ForeignWorld> = new BoundedMap(MOST_KNOWN)

  constructor (connection: RedisConnection, lease: RedisLease) {
    this.#connection = connection
    this.#lease = lease
  }

  get url (): string {
    return this.#lease.url
  }

  get secret (): string {
    return this.#lease.secret
  }

  async announce (url: string): Promise<void> {
    await this.#lease.announce(url)
  }

  async leave (): Promise<void> {
    await this.#lease.leave()
  }

  async list (): Promise<readonly string[]> {
    return (await this.#listOthers()).map(({ url }) => url)
  }

  forget (world: string): void {
    this.#known.delete(world)
  }

  async leftMs (process: string): Promise<number> {
    const key = leaseKey(process)
    return Math.max(0, Number(await this.#connection.send(key, ['PTTL', key])))
  }

  async hasLeft (process: string): Promise<boolean> {
    return await this.#connection.send(REPLICAS_KEY, ['ZSCORE', REPLICAS_KEY, process]) === null
  }

  /** Returns the process that used a world when it was last asked for; `undefined` where that is not known. */
  knownHolder (world: string): ForeignWorld | undefined {
    return this.#known.get(world)
  }

  /** Finds the process that holds a world; `undefined` where it has gone. */
  async find (world: string, holder: string): Promise<ForeignWorld | undefined> {
    const lease = holder.split(' ', 1).join('')
    const url = lease === this.#lease.id ? undefined : await this.#urlOf(lease)
    if (url === undefined) {
      this.#known.delete(world)
      return undefined
    }
    const foreign: ForeignWorld = { kind: 'foreign', url, process: lease }
    this.#known.set(world, foreign)
    return foreign
  }

  /** Returns another process that takes worlds; `undefined` where there is none. */
  async another (): Promise<ForeignWorld | undefined> {
    const [first] = await this.#listOthers()
    return first && { kind: 'foreign', ...first }
  }

  async #listOthers (): Promise<Array<{ readonly process: string, readonly url: string }>> {
    const ids = textsOf(await this.#connection.send(REPLICAS_KEY, ['ZRANGE', REPLICAS_KEY, '0', '-1']))
    const others = ids.filter(id => id !== this.#lease.id)
    const found = await Promise.all(others.map(async process => ({ process, url: await this.#urlOf(process) ?? '' })))
    return found.filter(({ url }) => url !== '')
  }

  async #urlOf (lease: string): Promise<string | undefined> {
    const key = leaseKey(lease)
    const url = await this.#connection.send(key, ['GET', key])
    return typeof url === 'string' ? url : undefined
  }
}
