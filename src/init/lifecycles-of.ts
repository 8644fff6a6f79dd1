import type { StatusesByKind } from './job-statuses.ts'

/** Matches values that stand for no status at all. */
const UNSET = /unspecified$/i

/** A lifecycle as a document declares it: statuses, each with an ISO 8601 duration except the last. */
export type DeclaredLifecycle = Array<string | Record<string, string>>

/**
 * Returns the lifecycles of a job by name, so that each status can be reached: one for success, and one for each other
 * status that ends it or whose place is not known.
 */
export function lifecyclesOf (statuses: StatusesByKind): Record<string, DeclaredLifecycle> {
  const { cancelled, expired, failure, running, success, unknown, waiting } = statuses
  const [done = '', ...otherSuccesses] = success
  const [lastly, ...otherExpired] = expired
  const steps = [...waiting.map(status => ({ [status]: 'PT2S' })), ...running.map(status => ({ [status]: 'PT5S' }))]
  const firstSteps = (waiting.length > 0 ? waiting : running.slice(0, 1)).map(status => ({ [status]: 'PT2S' }))
  const lifecycles: Record<string, DeclaredLifecycle> = {
    success: lastly === undefined ? [...steps, done] : [...steps, { [done]: 'P7D' }, lastly]
  }
  // The first of several is named after its kind, the others after themselves.
  for (const [index, status] of failure.entries()) {
    lifecycles[index === 0 ? 'failure' : status] = [...steps, status]
  }
  for (const [index, status] of cancelled.entries()) {
    lifecycles[index === 0 ? 'cancelled' : status] = [...firstSteps, status]
  }
  for (const status of [...otherSuccesses, ...otherExpired]) lifecycles[status] = [...steps, status]
  for (const status of unknown) {
    if (!UNSET.test(status)) lifecycles[status] = [...steps, status]
  }
  return lifecycles
}
