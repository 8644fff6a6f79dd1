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
import type { CheckContext } from './settings-check.ts'

/**
 * Creates the start of worlds in which scenarios run with the defaults of their parameters. The last
 * scenario with a clock sets the clock of a new world. Throws `UnknownScenario` or `InvalidScenario`.
 */
export function createWorldStart (
  names: readonly string[],
  known: readonly Scenario[],
  context: CheckContext
): WorldStart {
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
  return {
    clock: clockOf(scenarios),
    begin: world => {
      for (const scenario of scenarios) beginWithScenario(scenario, parseStub, world)
    }
  }
}

function clockOf (scenarios: readonly ReadyScenario[]): WorldStart['clock'] {
  let start: WorldStart['clock'] = {}
  for (const { clock: { mode, now } = {} } of scenarios) {
    if (mode !== undefined) start = { ...start, clockMode: mode }
    // The scenario check has rejected other texts than instants.
    if (now !== undefined) start = { ...start, startsAt: parseInstant(now) }
  }
  return start
}
