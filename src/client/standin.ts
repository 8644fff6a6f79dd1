import type { Answer, Coverage, Drift, Har } from './answer.ts'
import type { ApiTypes } from './api-types.ts'
import type { CoverageFilter } from './coverage-filter.ts'
import { createConnection } from './connection.ts'
import type { ConnectionOptions } from './connection.ts'
import type { Contracts } from './contracts.ts'
import { createEvents } from './events.ts'
import type { FollowEvents } from './events.ts'
import { readHar } from './journal.ts'
import type { HarFilter } from './journal.ts'
import { createWorld } from './world.ts'
import type { World } from './world.ts'
import { queryText } from './query-text.ts'
import { freshWorldName } from './fresh-world-name.ts'

/** A running stand-in. Its calls reject with `StandinClientError`. */
export interface StandinServer<Api extends ApiTypes = Contracts> {
  /** Its base URL, without a slash at the end. */
  readonly url: string
  /**
   * Enters a world, which is created on first use. Rejects when the server cannot be reached or rejects the token.
   * @param name The name of the world; without it, the world is new and has a random name.
   */
  world (name?: string): Promise<World<Api>>
  /** Lists the worlds. */
  worlds (): Promise<Answer<'listWorlds'>['worlds']>
  /** Returns how many bytes all worlds keep, how many they may keep, and how many worlds were evicted. */
  memory (): Promise<Pick<Answer<'listWorlds'>, 'bytes' | 'maxBytes' | 'dropped'>>
  /**
   * Has worlds that are created from now on start with the settings, scenarios and stubs that a world has at that time;
   * `null` ends it.
   */
  startWorldsFrom (world: string | null): Promise<void>
  /** Iterates over what happens in all worlds, as it happens. */
  readonly events: FollowEvents
  /** Returns what requests have touched in all worlds, of those that have ended too. */
  coverage (filter?: CoverageFilter): Promise<Coverage>
  /** Returns the exchanges of all worlds as a HAR file (version 1.2), oldest first. */
  har (filter?: HarFilter<Api>): Promise<Har>
  /** Begins to count anew what requests touch. */
  resetCoverage (): Promise<void>
  /** Returns where the service that requests are passed on to and the contracts differ. */
  drift (): Promise<Drift>
  /** Begins to compare anew. */
  resetDrift (): Promise<void>
  /** Returns the version of the server, and the APIs that it serves. */
  health (): Promise<Answer<'readHealth'>>
  /** Returns what the server has counted, as a text for Prometheus. */
  metrics (): Promise<string>
  /** Returns the JSON Schema by which editors check a kind of file. */
  schema (file: 'openapi' | 'overlay' | 'scenario'): Promise<Answer<'readSchema'>>
}

/**
 * Creates a client of the stand-in at a base URL. It sends nothing yet. The types are those of the shipped contracts;
 * `standin<MyApi>(url)` has the types that `standin types my.yaml` writes.
 */
export function standin<Api extends ApiTypes = Contracts> (
  url: string | URL,
  options: ConnectionOptions = {}
): StandinServer<Api> {
  const base = String(url).replace(/\/+$/, '')
  const connection = createConnection(base, options)
  const { call } = connection
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
    async memory () {
      const { bytes, dropped, maxBytes } = await call<Answer<'listWorlds'>>('GET', '/worlds')
      return { bytes, maxBytes, dropped }
    },
    async startWorldsFrom (from) {
      await call('PUT', '/worlds/start', { from })
    },
    events: createEvents(connection),
    coverage: (filter = {}) => call('GET', `/coverage${queryText({ ...filter })}`),
    har: filter => readHar(connection, { ...filter, all: true }),
    resetCoverage: () => call('DELETE', '/coverage'),
    drift: () => call('GET', '/drift'),
    resetDrift: () => call('DELETE', '/drift'),
    health: () => call('GET', '/health'),
    metrics: () => call('GET', '/metrics'),
    schema: file => call('GET', `/schemas/${file}.json`)
  }
}
