import type { World } from '../worlds/world.ts'
import { Callbacks } from './callbacks.ts'
import type { CallbacksOptions } from './callbacks.ts'

/** Makes the function that finds the callbacks of a world; they live as long as it. */
export function callbacksByWorld (options: CallbacksOptions): (world: World) => Callbacks {
  const known = new WeakMap<World, Callbacks>()
  return world => {
    let callbacks = known.get(world)
    if (callbacks === undefined) known.set(world, callbacks = new Callbacks(world, options))
    return callbacks
  }
}
