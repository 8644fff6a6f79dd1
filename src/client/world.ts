import type { Resource, ResourceTypeState, ScenarioState } from './answer.ts'
import type { ApiTypes, ResourceTypeId } from './api-types.ts'
import { createCallbacks } from './callbacks.ts'
import type { WorldCallbacks } from './callbacks.ts'
import { StandinClientError } from './standin-client-error.ts'
import { createClock } from './clock.ts'
import type { WorldClock } from './clock.ts'
import { createConnection } from './connection.ts'
import type { ConnectionOptions } from './connection.ts'
import type { Contracts } from './contracts.ts'
import { createJournal } from './journal.ts'
import type { Journal } from './journal.ts'
import { createResource, listResources, listResourceTypes } from './resource.ts'
import type { WorldResource } from './resource.ts'
import { createScenarios } from './scenarios.ts'
import type { StartOptions, WorldScenarios } from './scenarios.ts'
import { createSettings } from './settings.ts'
import type { WorldSettings } from './settings.ts'
import { createStubs } from './stubs.ts'
import type { WorldStubs } from './stubs.ts'

/** A world of a stand-in: an isolated copy of all its state. */
export interface World<Api extends ApiTypes = Contracts> extends WorldStubs<Api>, Journal<Api>, WorldCallbacks {
  readonly name: string
  /** The base URL for the code under test, which leads into this world. */
  readonly url: string
  /** The header that leads into this world, for a client whose URLs cannot be changed. */
  readonly headers: Readonly<Record<string, string>>
  readonly clock: WorldClock
  readonly settings: WorldSettings<Api>
  readonly scenarios: WorldScenarios
  /** Starts a scenario, in the place of the one that runs. */
  start (scenario: string, options?: StartOptions): Promise<ScenarioState>
  /** Lists the types of resources; or the resources of a type, in the order in which they were made. */
  resources (): Promise<ResourceTypeState[]>
  resources (type: ResourceTypeId<Api>): Promise<Resource[]>
  /** Reaches one resource. Nothing is sent before something is asked of it. */
  resource<Type extends ResourceTypeId<Api>> (type: Type, id: string | number): WorldResource<Api, Type>
  /** Takes the world back to its start. */
  reset (): Promise<void>
  /** Drops the world. `await using` does it at the end of the block. */
  close (): Promise<void>
  [Symbol.asyncDispose] (): Promise<void>
}

/** Reaches a world by its name; it is made when it is first used. */
export function createWorld<Api extends ApiTypes> (server: string, name: string, options: ConnectionOptions): World<Api> {
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
    reset: () => call('POST', '/reset'),
    close,
    [Symbol.asyncDispose]: close
  }
}

function unlessGone (error: unknown): void {
  const isGone = error instanceof StandinClientError && error.code === 'STANDIN_UNKNOWN_WORLD'
  if (!isGone) throw error
}
