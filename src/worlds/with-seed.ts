import type { World } from './world.ts'

/** Returns a view of a world in which all that is generated follows from another seed, whatever came before. */
export function withSeed (world: World, seed: string): World {
  // A cast: `Object.create` returns `any`.
  return Object.create(world, { seedFor: { value: () => `asked ${seed}` } }) as World
}
