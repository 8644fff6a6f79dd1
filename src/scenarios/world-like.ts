import type { RunningScenario } from '../worlds/scenario.ts'
import type { World } from '../worlds/world.ts'
import type { WorldStart } from '../worlds/worlds.ts'
import { newStubId } from './new-stub-id.ts'
import type { ParseStub } from './parse-stub.ts'
import { beginWithScenario } from './run-scenario.ts'
import type { StartableScenario } from './run-scenario.ts'
import type { CheckScenario } from './scenario-check.ts'
import type { Stub } from './stub.ts'
import { clockOf } from './world-start.ts'

interface WorldLikeOptions {
  readonly check: CheckScenario
  readonly parseStub: ParseStub
}

/**
 * Creates the function that has a new world start like another: with its settings, its scenarios (those that run begin
 * anew), and its stubs, whose uses are counted from the start.
 */
export function createWorldLike ({ check, parseStub }: WorldLikeOptions): (source: World) => WorldStart {
  const prepare = ({ document, name, parameters }: RunningScenario): StartableScenario => {
    return { name, document, ...check(document, parameters) }
  }

  return source => {
    const running = source.store.runningScenarios()
    const scenarios = running.map(prepare)
    return {
      clock: clockOf(scenarios),
      begin: world => {
        for (const scenario of source.store.scenarios().values()) world.store.putScenario(scenario)
        // What scenarios change is undone when they are stopped: they need what was set before them.
        world.store.putSettings(running[0]?.settings.before ?? source.settings)
        for (const scenario of scenarios) beginWithScenario(scenario, parseStub, world)
        world.store.putSettings(source.settings)
        copyStubs(source, world, parseStub)
      }
    }
  }
}

/** Copies the stubs that no scenario has brought. */
function copyStubs (source: World, { store }: World, parseStub: ParseStub): void {
  const ofScenarios = new Set(source.store.runningScenarios().flatMap(({ stubs }) => stubs))
  // A cast: the store holds only what the parser made.
  const stubs = source.store.stubs().toReversed() as Stub[]
  for (const { given, id } of stubs) {
    if (ofScenarios.has(id)) continue
    store.addStub(parseStub(given, store.getStub(id) === undefined ? id : newStubId(store)))
  }
}
