import { createHash } from 'node:crypto'
import { StorageUnavailable } from '../errors.ts'
import { setTimer, stopwatch } from '../worlds/clock.ts'
import { openRedisClient } from './redis-client.ts'
import type { RedisClient, RedisReply } from './redis-client.ts'
import { whyRedisFails } from './why-redis-fails.ts'

/** A script of Redis. The server keeps it by its digest, but may forget it. */
export interface RedisScript {
  readonly text: string
  readonly digest: string
}

/** A command that waits for its reply. */
interface Waiting {
  readonly since: number
  readonly reject: (error: Error) => void
}

/** Creates a script for servers that keep scripts by their SHA-1. */
export function createRedisScript (text: string): RedisScript {
  return { text, digest: createHash('sha1').update(text).digest('hex') }
}

/**
 * A connection to Redis, or to a cluster of it. It comes back by itself; meanwhile commands are rejected with
 * `StorageUnavailable`, as are those to which no reply comes in time. The commands of one turn of the event loop are
 * sent together.
 */
export class RedisConnection {
  readonly #url: string
  readonly #timeoutMs: number
  readonly #waiting = new Set<Waiting>()
  #client: RedisClient
  #failure: string | undefined
  #hasClosed = false

  private constructor (url: string, timeoutMs: number, client: RedisClient) {
    this.#url = url
    this.#timeoutMs = timeoutMs
    this.#client = client
  }

  /** Opens a connection. Commands may take some milliseconds. Rejects with the error of the client. */
  static async open (url: string, timeoutMs: number): Promise<RedisConnection> {
    return new RedisConnection(url, timeoutMs, await openRedisClient(url, timeoutMs))
  }

  /** Whether keys of different slots may live on different servers, to which commands go at different times. */
  get isCluster (): boolean {
    return this.#client.isCluster
  }

  /** Why the latest command failed; `undefined` where it did not. */
  get failure (): string | undefined {
    return this.#failure
  }

  /** Sends a command about a key. Rejects with `StorageUnavailable`. */
  async send (key: string, command: readonly string[]): Promise<RedisReply> {
    try {
      const reply = await this.#reply(key, command)
      this.#failure = undefined
      return reply
    } catch (error) {
      throw this.#fail(error)
    }
  }

  /** Runs a script with keys, all of one slot, and arguments. Rejects with `StorageUnavailable`. */
  async run ({ digest, text }: RedisScript, keys: readonly string[], given: readonly string[]): Promise<RedisReply> {
    const [key = ''] = keys
    const operands = [String(keys.length), ...keys, ...given]
    try {
      const reply = await this.#reply(key, ['EVALSHA', digest, ...operands])
      this.#failure = undefined
      return reply
    } catch (error) {
      if (!isUnknownScript(error)) throw this.#fail(error)
      return await this.send(key, ['EVAL', text, ...operands])
    }
  }

  async close (): Promise<void> {
    this.#hasClosed = true
    this.#client.destroy()
  }

  #reply (key: string, command: readonly string[]): Promise<RedisReply> {
    return new Promise((resolve, reject) => {
      const waiting = { since: stopwatch(), reject }
      const isFirst = this.#waiting.size === 0
      this.#waiting.add(waiting)
      if (isFirst) this.#watch(this.#timeoutMs)
      this.#client.send(key, command).then(resolve, reject).finally(() => this.#waiting.delete(waiting))
    })
  }

  /** Watches whether the replies come in time. A connection on which one does not is given up. */
  #watch (ms: number): void {
    setTimer(ms, () => {
      const [oldest] = this.#waiting
      if (oldest === undefined) return
      const left = oldest.since + this.#timeoutMs - stopwatch()
      if (left > 0) return this.#watch(left)
      const late = new Error(`it does not reply within ${this.#timeoutMs} ms`)
      const all = [...this.#waiting]
      this.#waiting.clear()
      this.#reconnect()
      for (const { reject } of all) reject(late)
    })
  }

  /** Replaces the connection: what is still on its way over the old one has been given up. */
  #reconnect (): void {
    if (this.#hasClosed) return
    this.#client.destroy()
    this.#client = this.#client.again()
  }

  #fail (error: unknown): Error {
    this.#failure = whyRedisFails(error, this.#url)
    return new StorageUnavailable(this.#failure)
  }
}

function isUnknownScript (error: unknown): boolean {
  return error instanceof Error && error.message.startsWith('NOSCRIPT')
}
