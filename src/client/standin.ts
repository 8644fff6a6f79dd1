import type { Answer } from './answer.ts'
import type { ApiTypes } from './api-types.ts'
import { createConnection } from './connection.ts'
import type { ConnectionOptions } from './connection.ts'
import type { Contracts } from './contracts.ts'
import { createWorld } from './world.ts'
import type { World } from './world.ts'
import { freshWorldName } from './fresh-world-name.ts'

/** A stand-in that runs somewhere. */
export interface StandinServer<Api extends ApiTypes = Contracts> {
  /** Its base URL, without a slash at the end. */
  readonly url: string
  /** Enters a world: a fresh one, which no one else has, where no name is given. Rejects where the server does not answer, or not to this token. */
  world (name?: string): Promise<World<Api>>
  /** Lists the worlds that there are. */
  worlds (): Promise<Answer<'listWorlds'>['worlds']>
  /** Tells that the server answers, and what it serves. */
  health (): Promise<Answer<'readHealth'>>
}

/**
 * Reaches a stand-in by its base URL. Its operations are those of the contracts that ship;
 * `standin<MyApi>(url)` has those of your own, as `standin types my.yaml` writes them. Nothing is sent yet.
 */
export function standin<Api extends ApiTypes = Contracts> (url: string | URL, options: ConnectionOptions = {}): StandinServer<Api> {
  const base = String(url).replace(/\/+$/, '')
  const { call } = createConnection(base, options)
  return {
    url: base,
    async world (name = freshWorldName()) {
      const world = createWorld<Api>(base, name, options)
      await world.clock.get()
      return world
    },
    async worlds () {
      const { worlds } = await call<Answer<'listWorlds'>>('GET', '/worlds')
      return worlds
    },
    health: () => call('GET', '/health')
  }
}
