import type { Answer, Scenario, ScenarioState } from './answer.ts'
import type { Connection } from './connection.ts'

/** A scenario as it is written. Anywhere in it `$parameters.name` may stand for a value. */
export interface ScenarioDocument {
  readonly description: string
  readonly parameters?: Readonly<Record<string, { readonly description?: string, readonly default: unknown }>>
  /** As the clock takes it: `{ mode: 'frozen', now: '2026-01-01T00:00:00Z' }`. */
  readonly clock?: Readonly<Record<string, unknown>>
  /** A change of settings, as `world.settings.patch` takes it. */
  readonly settings?: Readonly<Record<string, unknown>>
  /** What is seeded, by type and id, as `world.resource(type, id).put` takes it; null makes the id missing. */
  readonly resources?: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>> | null>>>>
  /** As `world.stub` takes them. The last that matches answers. */
  readonly stubs?: ReadonlyArray<Readonly<Record<string, unknown>>>
}

export interface StartOptions {
  /** Values for its parameters; each has a default. */
  readonly parameters?: Readonly<Record<string, unknown>>
  /** Whether it is added to the one that runs, instead of taking its place. */
  readonly add?: boolean
}

/** The scenarios of a world. */
export interface WorldScenarios {
  /** Lists those that can be started, and those that run. */
  list (): Promise<Answer<'listScenarios'>>
  get (name: string): Promise<Scenario>
  /** Puts one into this world, to be started. */
  put (name: string, scenario: ScenarioDocument): Promise<Scenario>
  delete (name: string): Promise<void>
  start (name: string, options?: StartOptions): Promise<ScenarioState>
  /** Takes away what those that run have put. */
  stop (): Promise<void>
}

/** Reaches the scenarios of the world that a connection leads to. */
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

/** The slash within a name is percent-encoded too. */
function pathOf (name: string): string {
  return `/scenarios/${encodeURIComponent(name)}`
}
