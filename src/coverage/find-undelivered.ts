import type { Delivery } from '../worlds/delivery.ts'
import type { Findings, FoundThing } from './findings.ts'
import type { Hits } from './hits.ts'

/**
 * Returns whether a callback was due and did not arrive. One that waits for its status, or that waited in vain, was not
 * due.
 */
export function isUndelivered ({ attempts, state }: Delivery): boolean {
  return state !== 'delivered' && attempts.length > 0
}

/** Finds a callback that did not arrive. Returns the number of the cell of the finding. */
export function findUndelivered (delivery: Delivery, findings: Findings, hits: Hits): number {
  const cell = findings.cellOf('undelivered', keyOf(delivery), () => describeUndelivered(delivery))
  hits.touch(cell)
  return cell
}

/** Returns the id of the finding that a callback did not arrive: the same for all that failed alike. */
export function keyOf (delivery: Delivery): string {
  return `${delivery.callback} ${reasonOf(delivery)}`
}

/** Describes the finding that a callback did not arrive. */
export function describeUndelivered (delivery: Delivery): Omit<FoundThing, 'kind' | 'id'> {
  const { callback } = delivery
  const [owner = '', name] = callback.split(/\/(?=[^/]*$)/)
  return {
    api: callback.slice(0, callback.indexOf('.')),
    ...name !== undefined && { operation: owner },
    message: `The callback ${callback} was not delivered: ${reasonOf(delivery)}`
  }
}

function reasonOf ({ attempts, state }: Delivery): string {
  const { error, status } = attempts.at(-1) ?? {}
  if (state === 'refused') return `it was refused, as ${error}`
  return status === undefined ? error ?? 'there was no response' : `the receiver responded ${status}`
}
