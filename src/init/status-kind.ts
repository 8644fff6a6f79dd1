/** The stage of a job that a status stands for. */
export type StatusKind = 'waiting' | 'running' | 'success' | 'failure' | 'cancelled' | 'expired'

/** Words that APIs use for statuses, without case and punctuation, in the order in which a job reaches them. */
const WORDS: Readonly<Record<StatusKind, readonly string[]>> = {
  waiting: [
    'new', 'created', 'initial', 'initialized', 'received', 'accepted', 'submitted', 'registered', 'requested',
    'notstarted', 'pending', 'waiting', 'scheduled', 'queued', 'enqueued'
  ],
  running: [
    'validating', 'starting', 'started', 'preparing', 'provisioning', 'initializing', 'creating', 'building', 'open',
    'active', 'running', 'executing', 'working', 'inprogress', 'inprocess', 'processing', 'importing', 'exporting',
    'uploading', 'converting', 'transcoding', 'rendering', 'generating', 'finalizing', 'finalising', 'finishing',
    'completing'
  ],
  success: [
    'success', 'successful', 'succeeded', 'complete', 'completed', 'completedsuccessfully', 'done', 'finished', 'ended',
    'ready', 'available', 'processed', 'imported', 'exported', 'delivered', 'ok'
  ],
  failure: [
    'fail', 'failed', 'failure', 'error', 'errored', 'faulted', 'crashed', 'timedout', 'timeout',
    'rejected', 'invalid', 'incomplete'
  ],
  cancelled: ['cancelled', 'canceled', 'aborted', 'stopped', 'terminated', 'revoked', 'killed'],
  expired: ['expired', 'outdated']
}

/** Matches words around the status: `JOB_STATE_` of `JOB_STATE_SUCCEEDED`. */
const AROUND = /^(?:(?:job|task|run|export|import|batch)?(?:status|state|phase)|job|task)|(?:status|state)$/g

/** Returns the kind of a status, and its rank among those of its kind; `undefined` for a word that suggests no job. */
export function statusKind (status: string): { readonly kind: StatusKind, readonly rank: number } | undefined {
  const plain = status.toLowerCase().replace(/[^a-z]/g, '')
  for (const word of [plain, plain.replace(AROUND, '')]) {
    for (const [kind, words] of Object.entries(WORDS)) {
      const rank = words.indexOf(word)
      // The keys of WORDS are kinds.
      if (rank !== -1) return { kind: kind as StatusKind, rank }
    }
  }
  return undefined
}

/** The statuses of a job by kind, each kind in the order in which a job reaches them. */
export type StatusesByKind = Readonly<Record<StatusKind | 'unknown', readonly string[]>>

/**
 * Sorts the values of a status member by kind. Returns `undefined` when they are not those of a job, which has a
 * status to begin with and one for success.
 */
export function jobStatuses (values: readonly unknown[]): StatusesByKind | undefined {
  const known = values.filter(value => typeof value === 'string').map(status => ({ status, ...statusKind(status) }))
  const ofKind = (kind: StatusKind | undefined): string[] => known
    .filter(one => one.kind === kind)
    .toSorted((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
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
  const isJob = sorted.waiting.length + sorted.running.length > 0 && sorted.success.length > 0
  return isJob ? sorted : undefined
}

/** A lifecycle as a document declares it: statuses, each with an ISO 8601 duration except the last. */
export type DeclaredLifecycle = Array<string | Record<string, string>>

/** Returns the lifecycles of a job by name: one for success, and one for each other status that ends it. */
export function lifecyclesOf (statuses: StatusesByKind): Record<string, DeclaredLifecycle> {
  const { cancelled, expired: [expired], failure, running, success: [done = '', ...otherSuccesses], waiting } = statuses
  const steps = [...waiting.map(status => ({ [status]: 'PT2S' })), ...running.map(status => ({ [status]: 'PT5S' }))]
  const firstSteps = (waiting.length > 0 ? waiting : running.slice(0, 1)).map(status => ({ [status]: 'PT2S' }))
  const lifecycles: Record<string, DeclaredLifecycle> = {
    success: expired === undefined ? [...steps, done] : [...steps, { [done]: 'P7D' }, expired]
  }
  // The first of several is named after its kind, the others after themselves.
  for (const [index, status] of failure.entries()) {
    lifecycles[index === 0 ? 'failure' : status] = [...steps, status]
  }
  for (const [index, status] of cancelled.entries()) {
    lifecycles[index === 0 ? 'cancelled' : status] = [...firstSteps, status]
  }
  for (const status of otherSuccesses) lifecycles[status] = [...steps, status]
  return lifecycles
}
