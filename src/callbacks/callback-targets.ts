import type { CallbackDefinition, Contract } from '../contract/contract.ts'
import type { ApiSimulation } from '../simulation/simulation.ts'
import type { DeclaredCallback } from '../simulation/callback.ts'

/** A callback or a webhook of a document, by which it can be fired. */
export interface CallbackTarget {
  /** As a delivery names it: `webadmit.runExport/exportFileReady`. */
  readonly id: string
  readonly definition: CallbackDefinition
  readonly simulation: ApiSimulation | undefined
  /** What `x-standin` declares of it. */
  readonly declared: DeclaredCallback | undefined
  /** The webhook that a world's settings may name; `undefined` for a callback. */
  readonly webhook: string | undefined
}

/** Lists all that can be fired, by name: `api.webhook`, or `api.operation.callback`. Of several methods of one name the first counts. */
export function listCallbackTargets (
  contracts: readonly Contract[],
  simulations: ReadonlyMap<string, ApiSimulation>
): Map<string, CallbackTarget> {
  const targets = contracts.flatMap(({ name: api, operations, webhooks }) => {
    const simulation = simulations.get(api)
    return [
      ...webhooks.map(definition => {
        const id = `${api}.${definition.name}`
        const declared = simulation?.webhooks.find(
          webhook => webhook.definition === definition
        )?.atOnce
        return named(id, { id, definition, simulation, declared, webhook: id })
      }),
      ...operations.flatMap(({ callbacks, id }) =>
        callbacks.map(definition => {
          const declared = simulation?.operations
            .get(id)
            ?.callbacks.find(callback => callback.definition === definition)
          return named(`${id}.${definition.name}`, {
            id: `${id}/${definition.name}`,
            definition,
            simulation,
            declared,
            webhook: undefined
          })
        })
      )
    ]
  })
  // The last of a name stays in a map.
  return new Map(targets.reverse())
}

function named (name: string, target: CallbackTarget): [name: string, target: CallbackTarget] {
  return [name, target]
}
