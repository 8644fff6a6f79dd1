import type { World } from './world.ts'

/** Makes the function that finds what belongs to a world: it is made when it is first asked for, and lives as long as the world. */
export function byWorld<T extends object> (make: (world: World) => T): (world: World) => T {
  const known = new WeakMap<World, T>()
  return world => {
    let own = known.get(world)
    if (own === undefined) known.set(world, own = make(world))
    return own
  }
}
