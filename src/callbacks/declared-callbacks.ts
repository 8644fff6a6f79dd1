import type { ApiSimulation } from '../simulation/api-simulation.ts'
import type { DeclaredCallback } from '../simulation/callback.ts'
import type { Scope } from '../simulation/scope.ts'
import type { RowFiles } from '../simulation/rows.ts'

/** A callback as a document declares it, with the rest of its scope. */
export interface CallbackInScope extends Pick<Scope, 'limits' | 'rowFiles'> {
  readonly callback: DeclaredCallback
}

/** Lists the callbacks that documents declare, and their webhooks: for each status, and at once. */
export function listDeclaredCallbacks (
  simulations: ReadonlyMap<string, ApiSimulation>,
  rowFiles: RowFiles
): CallbackInScope[] {
  return [...simulations.values()].flatMap(({ limits, operations, webhooks }) => {
    const ofOperations = [...operations.values()].flatMap(({ callbacks }) => callbacks)
    const ofWebhooks = webhooks.flatMap(({ atOnce, atStatus }) => [...atStatus, atOnce])
    return [...ofOperations, ...ofWebhooks].map(callback => ({ callback, limits, rowFiles }))
  })
}
