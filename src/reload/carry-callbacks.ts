import type { Edition } from '../apis/edition.ts'
import type { Callbacks } from '../callbacks/callbacks.ts'

/** Has the callbacks that wait go by what another edition declares of them; answers the ids of those that it no longer does. */
export function carryCallbacks (callbacks: Callbacks, { rowFiles, simulations }: Edition): string[] {
  const declared = [...simulations.values()].flatMap(({ limits, operations }) =>
    [...operations.values()].flatMap(({ callbacks }) => callbacks.map(callback => ({ callback, limits, rowFiles }))))
  const cancelled = callbacks.rebind(({ definition, id }) =>
    declared.find(({ callback }) => callback.id === id && callback.definition.method === definition.method))
  return cancelled.map(({ callback }) => callback)
}
