import type { World } from './world.ts'

/**
 * Returns a function that finds what belongs to a world. `make` creates it on first use; it lives as long as
 * the world.
 */
export function byWorld<T extends object> (make: (world: World) => T): (world: World) => T {
  const known = new WeakMap<World, T>()
  return world => {
    let own = known.get(world)
    if (own === undefined) known.set(world, own = make(world))
    return own
  }
}
