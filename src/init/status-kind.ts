/** The stage of a job that a status stands for. */
export type StatusKind = 'waiting' | 'running' | 'success' | 'failure' | 'cancelled' | 'expired'

/** Words that APIs use for statuses, without case and punctuation, in the order in which a job reaches them. */
const WORDS: Readonly<Record<StatusKind, readonly string[]>> = {
  waiting: [
    'new', 'created', 'initial', 'initialized', 'received', 'accepted', 'submitted', 'registered', 'requested',
    'notstarted', 'pending', 'waiting', 'scheduled', 'queued', 'enqueued'
  ],
  running: [
    'validating', 'verifying', 'starting', 'started', 'preparing', 'provisioning', 'initializing', 'creating', 'building',
    'open', 'active', 'running', 'executing', 'working', 'inprogress', 'inprocess', 'processing', 'importing', 'exporting',
    'uploading', 'converting', 'transcoding', 'rendering', 'generating', 'finalizing', 'finalising', 'finishing',
    'completing'
  ],
  success: [
    'success', 'successful', 'succeeded', 'complete', 'completed', 'completedsuccessfully', 'done', 'finished', 'ended',
    'ready', 'available', 'processed', 'imported', 'exported', 'delivered', 'ok', 'sent', 'paid', 'settled', 'published',
    'converted', 'transcoded', 'rendered', 'generated', 'built', 'trained', 'restored', 'copied', 'deployed', 'installed',
    'synced', 'migrated', 'printed', 'indexed'
  ],
  failure: [
    'fail', 'failed', 'failure', 'error', 'errored', 'faulted', 'crashed', 'timedout', 'timeout',
    'rejected', 'invalid', 'incomplete', 'unsuccessful', 'broken', 'declined', 'bounced', 'returned'
  ],
  cancelled: ['cancelled', 'canceled', 'aborted', 'stopped', 'terminated', 'revoked', 'killed'],
  expired: ['expired', 'outdated']
}

/** Matches words around the status: `JOB_STATE_` of `JOB_STATE_SUCCEEDED`. */
const AROUND = /^(?:(?:job|task|run|export|import|batch)?(?:status|state|phase)|job|task)|(?:status|state)$/g

/** Matches words of what is done to a resource later: `DELETE_FAILED` is no failure of the job that creates it. */
const LATER = new RegExp(`^(${[
  'delet(e|ing)', 'updat(e|ing)', 'remov(e|ing)', 'rollback', 'roll(ing)?', 'destroy(ing)?', 'cancel', 'cancell?ing',
  'abort(ing)?', 'stop(ping)?', 'suspend(ing)?', 'disabl(e|ing)', 'deprovision(ing)?', 'deactivat(e|ing)',
  'paus(e|ing)', 'resum(e|ing)', 'restart(ing)?', 'reboot(ing)?', 'terminat(e|ing)', 'detach(ing)?', 'modify(ing)?',
  'expiring', 'failing', 'shutting', 'scal(e|ing)', 'upgrad(e|ing)', 'revert(ing)?', 'not', 'no', 'un'
].join('|')})$`)

/** Matches words that end like a status in which something is done, and are none. */
const NO_WORK = /^(missing|existing|outstanding|trialing|nothing)$/

/** Comes after the ranks of all words. */
const LAST_RANK = 1000

/** The stage of a job that a status stands for, and its rank among those of its kind. */
export interface RankedKind {
  readonly kind: StatusKind
  readonly rank: number
}

/**
 * Returns the kind of a status; `undefined` for a text that suggests no job. The whole text counts first, then its
 * last words and its first one: `CREATE_IN_PROGRESS`, `ValidationError`, `PENDING_REVIEW`.
 */
export function statusKind (status: string): RankedKind | undefined {
  const plain = status.toLowerCase().replace(/[^a-z]/g, '')
  const whole = kindOfWord(plain) ?? kindOfWord(plain.replace(AROUND, ''))
  if (whole !== undefined) return whole
  const words = listWords(status)
  if (words.some(word => LATER.test(word))) return undefined
  const [first = ''] = words
  const last = words.at(-1) ?? ''
  const known = kindOfWord(words.slice(-2).join('')) ?? kindOfWord(last) ?? kindOfWord(first)
  if (known !== undefined) return known
  const isWork = [first, last].some(word => /.{3}ing$/.test(word) && !NO_WORK.test(word))
  return isWork ? { kind: 'running', rank: LAST_RANK } : undefined
}

function kindOfWord (word: string): RankedKind | undefined {
  for (const [kind, words] of Object.entries(WORDS)) {
    const rank = words.indexOf(word)
    // The keys of WORDS are kinds.
    if (rank !== -1) return { kind: kind as StatusKind, rank }
  }
  return undefined
}

/** Lists the words of a status in lower case: `create`, `in`, `progress` of `CREATE_IN_PROGRESS`. */
function listWords (status: string): string[] {
  return status
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter(word => word !== '')
}
