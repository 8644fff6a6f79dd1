import type { Operation } from '../contract/contract.ts'
import type { JourneyRequest } from '../journeys/target.ts'

/** The rules for requests to a service. */
export interface RequestPolicy {
  /** Whether requests may change something: others than GET and HEAD. */
  readonly allowWrites: boolean
  /** The ids or names of the operations that may be called; `undefined` for all. */
  readonly operations: ReadonlySet<string> | undefined
  /** How many requests may be sent in all. */
  readonly maxRequests: number
}

const READS = new Set(['GET', 'HEAD'])

/** TRACE lets a service repeat credentials, and CONNECT opens tunnels: neither is part of an API. */
const NEVER = new Set(['TRACE', 'CONNECT', 'TRACK'])

/** Returns why a request may not be sent, in a sentence without an end; `undefined` where it may. */
export function whyRefused (
  { method, operation }: Pick<JourneyRequest, 'method' | 'operation'>,
  policy: RequestPolicy
): string | undefined {
  if (NEVER.has(method)) return `${method} is never sent`
  if (!READS.has(method) && !policy.allowWrites) {
    return `${method} may change the service: allow it with --allow-writes`
  }
  if (operation !== undefined && !isChosen(operation, policy)) return `${operation.id} is not among --operations`
  return undefined
}

function isChosen ({ id, name }: Operation, { operations }: RequestPolicy): boolean {
  return operations === undefined || operations.has(id) || operations.has(name)
}
