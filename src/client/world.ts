import type { Coverage, Resource, ResourceTypeState, ScenarioState, Timeline } from './answer.ts'
import type { ApiTypes, ResourceTypeId } from './api-types.ts'
import { createCallbacks } from './callbacks.ts'
import type { WorldCallbacks } from './callbacks.ts'
import { StandinClientError } from './standin-client-error.ts'
import { createClock } from './clock.ts'
import type { WorldClock } from './clock.ts'
import { createConnection } from './connection.ts'
import type { ConnectionOptions } from './connection.ts'
import type { Contracts } from './contracts.ts'
import type { CoverageFilter } from './coverage-filter.ts'
import { createDumps } from './dumps.ts'
import type { WorldDumps } from './dumps.ts'
import { createEvents } from './events.ts'
import type { FollowEvents } from './events.ts'
import { createJournal } from './journal.ts'
import type { Journal } from './journal.ts'
import { createResource, listResources, listResourceTypes } from './resource.ts'
import type { WorldResource } from './resource.ts'
import { createScenarios } from './scenarios.ts'
import type { StartOptions, WorldScenarios } from './scenarios.ts'
import { queryText } from './query-text.ts'
import { createSettings } from './settings.ts'
import type { WorldSettings } from './settings.ts'
import { createStubs } from './stubs.ts'
import type { WorldStubs } from './stubs.ts'

/** A world of a stand-in: an isolated copy of all its state. Its calls reject with `StandinClientError`. */
export interface World<Api extends ApiTypes = Contracts>
  extends WorldStubs<Api>, Journal<Api>, WorldCallbacks, WorldDumps {
  readonly name: string
  /** The base URL of this world, for the code under test: `http://127.0.0.1:4010/~name`. */
  readonly url: string
  /** The header that selects this world, for code under test whose URLs cannot be changed. */
  readonly headers: Readonly<Record<string, string>>
  readonly clock: WorldClock
  readonly settings: WorldSettings<Api>
  readonly scenarios: WorldScenarios
  /** Starts a scenario, and stops the others unless `add` is true. */
  start (scenario: string, options?: StartOptions): Promise<ScenarioState>
  /** Lists the types of resources, or the resources of a type in the order of their creation. */
  resources (): Promise<ResourceTypeState[]>
  resources (type: ResourceTypeId<Api>): Promise<Resource[]>
  /** Returns the access to a resource, without a request. */
  resource<Type extends ResourceTypeId<Api>> (type: Type, id: string | number): WorldResource<Api, Type>
  /**
   * Returns the latest resources with their statuses over time, past and to come, the callbacks, and the requests that
   * wait for their response.
   */
  timeline (options?: { readonly limit?: number }): Promise<Timeline>
  /** Iterates over what happens in worlds of this name, as it happens. */
  readonly events: FollowEvents
  /** Returns what the requests in worlds of this name have touched. */
  coverage (filter?: Omit<CoverageFilter, 'world'>): Promise<Coverage>
  /** Resets the world to its initial state. */
  reset (): Promise<void>
  /** Deletes the world. `await using` does it at the end of the block. */
  close (): Promise<void>
  [Symbol.asyncDispose] (): Promise<void>
}

/** Creates the access to a world, which the server creates on first use. */
export function createWorld<Api extends ApiTypes> (
  server: string,
  name: string,
  options: ConnectionOptions
): World<Api> {
  const url = `${server}/~${encodeURIComponent(name)}`
  const connection = createConnection(url, options)
  const { call } = connection
  const scenarios = createScenarios(connection)

  const close = async (): Promise<void> => {
    await createConnection(server, options).call('DELETE', `/worlds/${encodeURIComponent(name)}`).catch(unlessGone)
  }
  function resources (): Promise<ResourceTypeState[]>
  function resources (type: string): Promise<Resource[]>
  function resources (type?: string): Promise<Resource[] | ResourceTypeState[]> {
    return type === undefined ? listResourceTypes(connection) : listResources(connection, type)
  }

  return {
    name,
    url,
    headers: { 'x-standin-world': name },
    clock: createClock(connection),
    settings: createSettings(connection),
    scenarios,
    start: scenarios.start,
    ...createStubs<Api>(connection),
    resources,
    resource: (type, id) => createResource<Api, typeof type>(connection, type, id),
    ...createJournal<Api>(connection),
    ...createCallbacks(connection),
    ...createDumps(connection),
    timeline: (options = {}) => call('GET', `/timeline${queryText({ ...options })}`),
    events: createEvents(connection),
    coverage: (filter = {}) => call('GET', `/coverage${queryText({ ...filter })}`),
    reset: () => call('POST', '/reset'),
    close,
    [Symbol.asyncDispose]: close
  }
}

function unlessGone (error: unknown): void {
  const isGone = error instanceof StandinClientError && error.code === 'STANDIN_UNKNOWN_WORLD'
  if (!isGone) throw error
}
