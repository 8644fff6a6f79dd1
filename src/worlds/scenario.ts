import type { Resource } from './resource.ts'
import type { Settings } from './settings.ts'

/** A named set of stubs, settings and resources that can be started. */
export interface Scenario {
  /** `mews/failure` */
  readonly name: string
  /** The file that it was read from, as messages show it; `undefined` if a test put it. */
  readonly file: string | undefined
  readonly document: ScenarioDocument
}

/**
 * A scenario as it is written. Anywhere in it except its description, `$parameters.name` may stand for a value.
 */
export interface ScenarioDocument {
  readonly description: string
  readonly parameters?: Readonly<Record<string, ScenarioParameter>>
  readonly clock?: unknown
  readonly settings?: unknown
  readonly resources?: unknown
  readonly stubs?: unknown
}

/** A parameter whose value can be chosen when a scenario is started. */
export interface ScenarioParameter {
  readonly description?: string
  readonly default: unknown
}

/** The values of a scenario's parameters, by name. */
export type ParameterValues = Readonly<Record<string, unknown>>

/** A scenario that runs, with all that it takes to stop it, as plain data. */
export interface RunningScenario {
  readonly name: string
  readonly document: ScenarioDocument
  readonly parameters: ParameterValues
  /** The ids of its stubs. */
  readonly stubs: readonly string[]
  readonly settings: { readonly patch: object, readonly before: Settings }
  readonly seeded: readonly SeededId[]
}

/** An id that a scenario seeded, or made absent, and what it stood for before. */
export interface SeededId {
  readonly type: string
  readonly id: string
  /** The number of the resource that was seeded. */
  readonly put: number | 'absent'
  readonly before: Resource | 'absent' | undefined
}
