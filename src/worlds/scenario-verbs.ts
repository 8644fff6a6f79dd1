import type { RunningScenario, Scenario } from './scenario.ts'

/**
 * The scenarios of a world. Data: the scenarios that tests put, by name, and those that run, in the order in
 * which they were started.
 */
export interface ScenarioVerbs {
  /** Puts a scenario in the place of any with its name. Returns whether it is new. Changes: that scenario. */
  putScenario (scenario: Scenario): boolean
  /** Deletes a scenario. Returns whether there was one. Changes: that scenario. */
  deleteScenario (name: string): boolean
  /** Adds a scenario to those that run. Changes: that running scenario. */
  addRunningScenario (running: RunningScenario): void
  /** Forgets the scenarios that run. */
  deleteRunningScenarios (): void

  /** Returns the scenarios that tests put, by name. */
  scenarios (): ReadonlyMap<string, Scenario>
  /** Lists the scenarios that run, the earliest first. */
  runningScenarios (): readonly RunningScenario[]
}
