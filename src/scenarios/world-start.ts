import { UnknownScenario } from '../errors.ts'
import { hint } from '../schemas/create-unknown.ts'
import { parseInstant } from '../worlds/clock.ts'
import type { Scenario } from '../worlds/scenario.ts'
import type { WorldStart } from '../worlds/worlds.ts'
import { createStubParser } from './parse-stub.ts'
import { beginWithScenario } from './run-scenario.ts'
import type { StartableScenario } from './run-scenario.ts'
import { createScenarioCheck } from './scenario-check.ts'
import type { ReadyScenario } from './scenario-check.ts'
import { createSettingsCheck } from './settings-check.ts'
import { readStartSettings } from './read-start-settings.ts'
import type { CheckContext } from './settings-check.ts'

/** The start of every new world, as the options name it. */
export interface StartOptions {
  /** The names of the scenarios. */
  readonly scenario: readonly string[]
  /** Changes of the settings, or the path of their file. */
  readonly settings?: string | object | undefined
}

/**
 * Creates the start of worlds that have other settings, and in which scenarios run with the defaults of their
 * parameters. The last scenario with a clock sets the clock of a new world. Rejects with `UnknownScenario`,
 * `InvalidScenario`, or `InvalidDocument` for the settings.
 */
export async function createWorldStart (
  { scenario: names, settings: given }: StartOptions,
  known: readonly Scenario[],
  context: CheckContext
): Promise<WorldStart> {
  const operations = context.contracts.flatMap(contract => contract.operations)
  const parseStub = createStubParser(operations, context.simulations, context.rowFiles?.folder)
  const checkSettings = createSettingsCheck(context)
  const check = createScenarioCheck(context, { checkSettings, parseStub })
  const scenarios = names.map((name): StartableScenario => {
    const scenario = known.find(candidate => candidate.name === name)
    if (scenario === undefined) {
      const knownNames = known.map(candidate => candidate.name)
      throw new UnknownScenario(name, hint(name, knownNames))
    }
    return { name, document: scenario.document, ...check(scenario.document) }
  })
  const settings = given === undefined ? undefined : await readStartSettings(given, checkSettings)
  return {
    clock: clockOf(scenarios),
    begin: world => {
      if (settings !== undefined) world.store.putSettings(settings)
      for (const scenario of scenarios) beginWithScenario(scenario, parseStub, world)
    }
  }
}

/** Returns how the clock of a world starts that begins with scenarios: the last one with a clock decides. */
export function clockOf (scenarios: readonly ReadyScenario[]): WorldStart['clock'] {
  let start: WorldStart['clock'] = {}
  for (const { clock: { mode, now } = {} } of scenarios) {
    if (mode !== undefined) start = { ...start, clockMode: mode }
    // The scenario check has rejected other texts than instants.
    if (now !== undefined) start = { ...start, startsAt: parseInstant(now) }
  }
  return start
}
