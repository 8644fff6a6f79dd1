import { statusKind } from './status-kind.ts'
import type { StatusKind } from './status-kind.ts'

/** The statuses of a job by kind, each kind in the order in which a job reaches them. */
export type StatusesByKind = Readonly<Record<StatusKind | 'unknown', readonly string[]>>

/**
 * Sorts the values of a status member by kind. Returns `undefined` when they are not those of a job, which has a
 * status to begin with and one for success.
 */
export function jobStatuses (values: readonly unknown[]): StatusesByKind | undefined {
  const known = values.filter(value => typeof value === 'string').map(status => ({ status, ...statusKind(status) }))
  const isOrdered = isInOrder(known.map(({ kind }) => kind))
  const ofKind = (kind: StatusKind | undefined): string[] => known
    .filter(one => one.kind === kind)
    .toSorted((a, b) => isOrdered ? 0 : (a.rank ?? 0) - (b.rank ?? 0))
    .map(({ status }) => status)
  const sorted = {
    waiting: ofKind('waiting'),
    running: ofKind('running'),
    success: ofKind('success'),
    failure: ofKind('failure'),
    cancelled: ofKind('cancelled'),
    expired: ofKind('expired'),
    unknown: ofKind(undefined)
  }
  const statuses = sorted.success.length > 0 ? sorted : withUseAsSuccess(sorted)
  const isJob = statuses.waiting.length + statuses.running.length > 0 && statuses.success.length > 0
  return isJob ? statuses : undefined
}

/**
 * Returns whether a document lists statuses as a job passes through them, so that its order tells more than words: all
 * that run before any that ends, and those that wait first.
 */
function isInOrder (kinds: ReadonlyArray<StatusKind | undefined>): boolean {
  const [lastRunning, end] = [kinds.lastIndexOf('running'), kinds.indexOf('success')]
  const runsFirst = kinds.indexOf('running') < kinds.lastIndexOf('waiting')
  return lastRunning !== -1 && lastRunning < end && !runsFirst
}

/** Words for a resource that is in use, or is there. It is made where no status says that its making succeeded. */
const IN_USE = [
  'active', 'enabled', 'online', 'live', 'running', 'inservice', 'healthy', 'deployed', 'provisioned', 'attached',
  'open', 'started', 'initialized', 'created', 'registered'
]

/** Takes the status in which a resource is in use for the success: `ACTIVE` after `CREATING`. */
function withUseAsSuccess (statuses: StatusesByKind): StatusesByKind {
  const all = [...statuses.waiting, ...statuses.running, ...statuses.unknown]
  const found = IN_USE
    .map(word => all.find(status => endsInWord(status, word)))
    .find(status => status !== undefined)
  if (found === undefined) return statuses
  const others = (list: readonly string[]) => list.filter(status => status !== found)
  return {
    ...statuses,
    waiting: others(statuses.waiting),
    running: others(statuses.running),
    success: [found],
    unknown: others(statuses.unknown)
  }
}

/** Returns whether a status is a word, or has it at its end after a prefix: `STATE_ACTIVE`, but not `INACTIVE`. */
function endsInWord (status: string, word: string): boolean {
  const plain = status.toLowerCase().replace(/[^a-z]/g, '')
  return plain === word || (/[^A-Za-z]/.test(status) && status.toLowerCase().split(/[^a-z]+/).at(-1) === word)
}
