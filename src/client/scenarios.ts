import type { Answer, Scenario, ScenarioState } from './answer.ts'
import type { Connection } from './connection.ts'

/** The definition of a scenario. `$parameters.name` may stand for any value in it. */
export interface ScenarioDocument {
  readonly description: string
  /** Its parameters by name, each with its default. */
  readonly parameters?: Readonly<Record<string, { readonly description?: string, readonly default: unknown }>>
  /** The clock to begin with: `{ mode: 'frozen', now: '2026-01-01T00:00:00Z' }`. */
  readonly clock?: JsonObject
  /** A change of settings, in the form of `world.settings.patch`. */
  readonly settings?: JsonObject
  /** Resources to seed, by type and id, in the form of `world.resource(type, id).put`; null makes the id missing. */
  readonly resources?: Readonly<Record<string, Readonly<Record<string, JsonObject | null>>>>
  /** Stubs in the form of `world.stub`. The last one that matches responds. */
  readonly stubs?: readonly JsonObject[]
}

type JsonObject = Readonly<Record<string, unknown>>

/** How to start a scenario. */
export interface StartOptions {
  /**
   * Values of parameters.
   * @default the default of each
   */
  readonly parameters?: JsonObject
  /**
   * Whether the scenario runs beside those that run already, instead of replacing them.
   * @default false
   */
  readonly add?: boolean
}

/** The scenarios of a world. */
export interface WorldScenarios {
  /** Lists the scenarios that can be started, and those that run. */
  list (): Promise<Answer<'listScenarios'>>
  /** Returns a scenario. Rejects with `StandinClientError` when there is none of the name. */
  get (name: string): Promise<Scenario>
  /** Adds a scenario to this world, or replaces it. It is validated, and does not start yet. */
  put (name: string, scenario: ScenarioDocument): Promise<Scenario>
  /** Removes a scenario that was added to this world. */
  delete (name: string): Promise<void>
  /** Starts a scenario. */
  start (name: string, options?: StartOptions): Promise<ScenarioState>
  /** Stops all scenarios, and removes what they added. */
  stop (): Promise<void>
}

/** Creates the access to the scenarios of a connection's world. */
export function createScenarios ({ call }: Connection): WorldScenarios {
  return {
    list: () => call('GET', '/scenarios'),
    get: name => call('GET', pathOf(name)),
    put: (name, scenario) => call('PUT', pathOf(name), scenario),
    delete: name => call('DELETE', pathOf(name)),
    start: (name, options = {}) => call('POST', `${pathOf(name)}/start`, options),
    stop: () => call('POST', '/scenarios/stop')
  }
}

/** Returns the path of a scenario. A slash in its name is percent-encoded too. */
function pathOf (name: string): string {
  return `/scenarios/${encodeURIComponent(name)}`
}
