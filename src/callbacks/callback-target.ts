import type { CallbackDefinition, Contract, Operation } from '../contract/contract.ts'
import type { ApiSimulation } from '../simulation/api-simulation.ts'
import type { DeclaredCallback } from '../simulation/callback.ts'

/** A callback or a webhook of a document that can be fired. */
export interface CallbackTarget {
  /** As a delivery names it: `webadmit.runExport/exportFileReady`. */
  readonly id: string
  readonly definition: CallbackDefinition
  readonly simulation: ApiSimulation | undefined
  /** Its declaration in `x-standin`. */
  readonly declared: DeclaredCallback | undefined
  /** Its name in the settings of a world; `undefined` for a callback. */
  readonly webhook: string | undefined
}

/**
 * Lists the callbacks and webhooks that can be fired, by name: `api.webhook` or
 * `api.operation.callback`. If several have the same name, the first is used.
 */
export function listCallbackTargets (
  contracts: readonly Contract[],
  simulations: ReadonlyMap<string, ApiSimulation>
): Map<string, CallbackTarget> {
  const targets = new Map<string, CallbackTarget>()
  const add = (name: string, target: CallbackTarget): void => {
    if (!targets.has(name)) targets.set(name, target)
  }
  for (const { name: api, operations, webhooks } of contracts) {
    const simulation = simulations.get(api)
    for (const definition of webhooks) {
      const id = `${api}.${definition.name}`
      const declared = simulation?.webhooks.find(webhook => webhook.definition === definition)
      add(id, { id, definition, simulation, declared: declared?.atOnce, webhook: id })
    }
    for (const operation of operations) {
      for (const target of listOperationTargets(operation, simulation)) {
        add(`${operation.id}.${target.definition.name}`, target)
      }
    }
  }
  return targets
}

function listOperationTargets (
  { callbacks, id }: Operation,
  simulation: ApiSimulation | undefined
): CallbackTarget[] {
  const declared = simulation?.operations.get(id)?.callbacks
  return callbacks.map(definition => ({
    id: `${id}/${definition.name}`,
    definition,
    simulation,
    declared: declared?.find(callback => callback.definition === definition),
    webhook: undefined
  }))
}
