import { nameWords } from './name-words.ts'

/** When an instant lies, in the order of a thing's life: the ranks from `future` on are after now. */
export const DATE_RANKS = ['birth', 'created', 'started', 'past', 'updated', 'end', 'due', 'expires'] as const

export type DateRole = (typeof DATE_RANKS)[number]

/** The words of names for each role; a name has the first role of which it has a word. */
const WORDS: ReadonlyArray<readonly [role: DateRole, words: readonly string[]]> = [
  ['expires', ['expires', 'expire', 'expiry', 'expiration', 'exp', 'renews', 'renewal', 'ttl']],
  ['due', ['due', 'deadline', 'next', 'scheduled', 'estimated', 'expected', 'eta', 'planned', 'arrival', 'arrives']],
  ['birth', ['birth', 'birthday', 'birthdate', 'born', 'dob']],
  ['updated', ['updated', 'update', 'modified', 'modification', 'changed', 'edited', 'last', 'latest', 'seen', 'synced',
    'accessed', 'refreshed', 'touched']],
  ['past', ['finished', 'completed', 'ended', 'closed', 'shipped', 'delivered', 'paid', 'cancelled', 'canceled',
    'resolved', 'processed', 'failed', 'returned', 'archived', 'deleted', 'removed', 'revoked', 'rejected',
    'published', 'released', 'approved', 'accepted', 'confirmed', 'verified', 'sent']],
  ['created', ['created', 'creation', 'create', 'added', 'joined', 'registered', 'registration', 'inserted', 'placed',
    'order', 'ordered', 'opened', 'founded', 'submitted', 'hired', 'enrolled', 'issued', 'requested']],
  ['started', ['started', 'start', 'starts', 'begin', 'begins', 'began', 'from', 'since', 'effective', 'activated',
    'departure', 'checkin']],
  ['end', ['end', 'ends', 'until', 'to', 'through', 'checkout', 'valid']]
]

/** Returns when an instant of a name lies; in the past where the name does not tell. */
export function dateRole (name: string): DateRole {
  const words = nameWords(name)
  return WORDS.find(([, known]) => words.some(word => known.includes(word)))?.[0] ?? 'past'
}

const INSTANT_WORDS: ReadonlySet<string> =
  new Set(['created', 'updated', 'modified', 'expires', 'timestamp', 'expiry', 'expiration'])

const PARTS: ReadonlySet<string> = new Set(['at', 'on', 'date', 'time', 'timestamp', 'utc', 'ms', 'millis', 'epoch'])

/** Returns whether a number of this name is an instant, in seconds or in milliseconds since 1970. */
export function isInstantName (name: string): boolean {
  const words = nameWords(name)
  const [first = '', ...others] = words
  if (words.length > 1 && words.at(-1) === 'at') return true
  return INSTANT_WORDS.has(first) && others.every(word => PARTS.has(word))
}
