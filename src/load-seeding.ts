import type { Declarations } from './load-definitions.ts'
import type { ResolvedOptions } from './options.ts'
import { listTypeSeeds } from './seeds/list-type-seeds.ts'
import type { SeedWorld } from './seeds/create-seeding.ts'
import { World } from './worlds/world.ts'

type SeedingOptions = Pick<ResolvedOptions, 'allowPaths' | 'clock' | 'fixtures' | 'maxResources' | 'seed' | 'startsAt'>

/**
 * Returns the function that gives new worlds the resources that documents and files name; `undefined` where they name
 * none. Rejects with `InvalidDocument`, which has every mistake.
 */
export async function loadSeeding (
  { contracts, rowFiles, simulations }: Pick<Declarations, 'contracts' | 'rowFiles' | 'simulations'>,
  { allowPaths, clock, fixtures, maxResources, seed, startsAt }: SeedingOptions
): Promise<SeedWorld | undefined> {
  const seeds = await listTypeSeeds({ contracts, simulations, fixtures, allowPaths })
  if (seeds.length === 0) return undefined
  const { createSeeding } = await import('./seeds/create-seeding.ts')
  const trialWorld = new World('default', {
    seed,
    startsAt,
    clockMode: clock,
    indexes: [...simulations.values()].flatMap(({ indexes }) => indexes),
    maxResources,
    maxExchanges: 0
  })
  return createSeeding({ seeds, seed, rowFiles, trialWorld })
}
