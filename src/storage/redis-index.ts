import type { RedisConnection } from './redis-connection.ts'
import { DUE_KEY, WORLDS_KEY } from './redis-keys.ts'
import { CHANGE_DUE, LOWER_DUE } from './redis-scripts.ts'

/** The most worlds whose tasks are due that are looked at together. */
const MOST_DUE = 200

/**
 * The names of all worlds, and when the next task of each is due. They live on another server than the worlds
 * themselves: they may be ahead of them, but are never behind, so that a process may end at any time and loses nothing.
 */
export class RedisIndex {
  readonly #connection: RedisConnection

  constructor (connection: RedisConnection) {
    this.#connection = connection
  }

  async add (world: string): Promise<void> {
    await this.#connection.send(WORLDS_KEY, ['ZADD', WORLDS_KEY, '0', world])
  }

  async remove (world: string): Promise<void> {
    await Promise.all([
      this.#connection.send(WORLDS_KEY, ['ZREM', WORLDS_KEY, world]),
      this.#connection.send(DUE_KEY, ['ZREM', DUE_KEY, world])
    ])
  }

  /** Has the next task of a world due at an instant, unless it is due before. */
  async lowerDue (world: string, due: number): Promise<void> {
    await this.#connection.run(LOWER_DUE, [DUE_KEY], [world, String(due)])
  }

  /** Changes when the next task of a world is due, unless another process has changed it since. */
  async changeDue (world: string, before: number | undefined, due: number | undefined): Promise<void> {
    await this.#connection.run(CHANGE_DUE, [DUE_KEY], [world, String(before ?? -1), String(due ?? '')])
  }

  /** Sets when the next task of a world is due. */
  async setDue (world: string, due: number | undefined): Promise<void> {
    const command = due === undefined ? ['ZREM', DUE_KEY, world] : ['ZADD', DUE_KEY, String(due), world]
    await this.#connection.send(DUE_KEY, command)
  }

  async list (): Promise<readonly string[]> {
    return textsOf(await this.#connection.send(WORLDS_KEY, ['ZRANGE', WORLDS_KEY, '0', '-1']))
  }

  async listDue (now: number): Promise<readonly string[]> {
    const command = ['ZRANGEBYSCORE', DUE_KEY, '-inf', String(now), 'LIMIT', '0', String(MOST_DUE)]
    return textsOf(await this.#connection.send(DUE_KEY, command))
  }
}

/** Returns the texts of a list. */
export function textsOf (reply: unknown): string[] {
  return Array.isArray(reply) ? reply.map(String) : []
}
