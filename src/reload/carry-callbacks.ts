import type { Callbacks } from '../callbacks/callbacks.ts'
import type { Definitions } from '../apis/definitions.ts'

/** Has the callbacks that wait go by what another edition declares of them; answers the ids of those that it no longer does. */
export function carryCallbacks (callbacks: Callbacks, { rowFiles, simulations }: Definitions): string[] {
  const declared = [...simulations.values()].flatMap(({ limits, operations, webhooks }) =>
    [...[...operations.values()].flatMap(({ callbacks }) => callbacks), ...webhooks.flatMap(({ atStatus }) => atStatus)].map(callback => ({ callback, limits, rowFiles })))
  const cancelled = callbacks.rebind(({ key }) => declared.find(({ callback }) => callback.key === key))
  return cancelled.map(({ callback }) => callback)
}
