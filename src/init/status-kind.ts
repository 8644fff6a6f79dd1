/** How far a job is when it has a status. */
export type StatusKind = 'waiting' | 'running' | 'success' | 'failure' | 'cancelled' | 'expired'

/** The words that APIs use, without case and punctuation, in the order in which a job passes through them. */
const WORDS: Readonly<Record<StatusKind, readonly string[]>> = {
  waiting: ['new', 'created', 'initial', 'initialized', 'received', 'accepted', 'submitted', 'registered', 'requested', 'notstarted', 'pending', 'waiting', 'scheduled', 'queued', 'enqueued'],
  running: [
    'validating', 'starting', 'started', 'preparing', 'provisioning', 'initializing', 'creating', 'building', 'open', 'active', 'running', 'executing', 'working', 'inprogress', 'inprocess',
    'processing', 'importing', 'exporting', 'uploading', 'converting', 'transcoding', 'rendering', 'generating', 'finalizing', 'finalising', 'finishing', 'completing'
  ],
  success: ['success', 'successful', 'succeeded', 'complete', 'completed', 'completedsuccessfully', 'done', 'finished', 'ended', 'ready', 'available', 'processed', 'imported', 'exported', 'delivered', 'ok'],
  failure: ['fail', 'failed', 'failure', 'error', 'errored', 'faulted', 'crashed', 'timedout', 'timeout', 'rejected', 'invalid', 'incomplete'],
  cancelled: ['cancelled', 'canceled', 'aborted', 'stopped', 'terminated', 'revoked', 'killed'],
  expired: ['expired', 'outdated']
}

/** What may stand before and after the word: `JOB_STATE_SUCCEEDED`. */
const AROUND = /^(?:(?:job|task|run|export|import|batch)?(?:status|state|phase)|job|task)|(?:status|state)$/g

/** What a status means, and where it comes among those of its kind; `undefined` for a word that says nothing of a job. */
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

/** The statuses of a job, sorted by what they mean, each kind in the order in which it passes through them. */
export type StatusesByKind = Readonly<Record<StatusKind | 'unknown', readonly string[]>>

/** Sorts the values of a status member; `undefined` where they are not those of a job, which begins somewhere and ends well. */
export function jobStatuses (values: readonly unknown[]): StatusesByKind | undefined {
  const known = values.filter(value => typeof value === 'string').map(status => ({ status, ...statusKind(status) }))
  const ofKind = (kind: StatusKind | undefined) => known.filter(one => one.kind === kind).toSorted((a, b) => (a.rank ?? 0) - (b.rank ?? 0)).map(({ status }) => status)
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

/** A lifecycle as a document declares it. */
export type DeclaredLifecycle = Array<string | Record<string, string>>

/** The ways of a job through its statuses: to success, and to each other end that it may come to. */
export function lifecyclesOf (statuses: StatusesByKind): Record<string, DeclaredLifecycle> {
  const { cancelled, expired, failure, running, success, waiting } = statuses
  const first = waiting.length > 0 ? waiting : running.slice(0, 1)
  const before = [...waiting.map(status => ({ [status]: 'PT2S' })), ...running.map(status => ({ [status]: 'PT5S' }))]
  const [lapsed] = expired
  const way = (end: string) => [...before, end]
  return Object.fromEntries([
    ['success', lapsed === undefined ? way(success[0] ?? '') : [...before, { [success[0] ?? '']: 'P7D' }, lapsed]],
    // The first of several is called after its kind, the others after themselves.
    ...failure.map((status, index) => [index === 0 ? 'failure' : status, way(status)]),
    ...cancelled.map((status, index) => [index === 0 ? 'cancelled' : status, [...first.map(status => ({ [status]: 'PT2S' })), status]]),
    ...success.slice(1).map(status => [status, way(status)])
  ])
}
