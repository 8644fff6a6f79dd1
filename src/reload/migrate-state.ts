import type { ServerState } from '../state.ts'
import { createSettingsCheck } from '../scenarios/settings-check.ts'
import { createStubParser } from '../scenarios/parse-stub.ts'
import { carryCallbacks } from './carry-callbacks.ts'
import { carryResources } from './carry-resources.ts'
import { carrySettings } from './carry-settings.ts'
import { carryStubs } from './carry-stubs.ts'
import type { Dropped } from './dropped.ts'
import type { Definitions } from '../apis/definitions.ts'

/** Has the state of all worlds go by another edition. What has nothing to belong to any longer is dropped, and told. */
export function migrateState ({ callbacksOf, worlds }: ServerState, definitions: Definitions): Dropped[] {
  const { contracts, simulations, types } = definitions
  const parseStub = createStubParser(contracts.flatMap(({ operations }) => operations), simulations)
  const checkSettings = createSettingsCheck(definitions)
  worlds.reindex([...simulations.values()].flatMap(({ indexes }) => indexes))
  return worlds.list().flatMap(world => [
    ...carryResources(world, types),
    ...carryStubs(world, parseStub),
    ...carrySettings(world, checkSettings),
    ...carryCallbacks(callbacksOf(world), definitions).map(of => ({ kind: 'callback', of, world: world.name } as const))
  ])
}
