import type { LoadedDefinitions } from './load-definitions.ts'
import type { ResolvedOptions } from './options.ts'
import type { ReadScenarios } from './scenarios/prepare-scenarios.ts'
import type { SeedWorld } from './seeds/create-seeding.ts'
import type { WorldStart } from './worlds/worlds.ts'

/** Loads what new worlds start with; returns `undefined` where that is nothing. */
export async function loadStart (
  definitions: LoadedDefinitions,
  scenarios: ReadScenarios,
  options: ResolvedOptions
): Promise<WorldStart | undefined> {
  const seedWorld = definitions.isPrechecked ? undefined : await seedingOf(definitions, options)
  if (options.scenario.length + options.replay.length === 0 && options.settings === undefined) {
    return seedWorld && { clock: {}, begin: seedWorld }
  }
  const { createWorldStart } = await import('./scenarios/world-start.ts')
  const known = await scenarios()
  // Those of recordings are the last.
  const replays = options.replay.length === 0 ? [] : known.slice(-options.replay.length)
  const scenario = [...replays.map(({ name }) => name), ...options.scenario]
  const { begin, clock } = await createWorldStart({ ...options, scenario }, known, definitions)
  return {
    clock,
    begin: world => {
      seedWorld?.(world)
      begin(world)
    }
  }
}

// The shipped documents seed nothing.
async function seedingOf (definitions: LoadedDefinitions, options: ResolvedOptions): Promise<SeedWorld | undefined> {
  const { loadSeeding } = await import('./load-seeding.ts')
  return await loadSeeding(definitions, options)
}

/** Adds the recordings that are replayed to the scenarios. */
export async function withReplays (
  scenarios: ReadScenarios,
  { contracts }: LoadedDefinitions,
  { replay }: ResolvedOptions
): Promise<ReadScenarios> {
  if (replay.length === 0) return scenarios
  const { loadReplays } = await import('./load-replays.ts')
  const replays = await loadReplays(replay, contracts)
  return async () => [...await scenarios(), ...replays]
}
