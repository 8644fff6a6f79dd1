import { computed, signal } from '@preact/signals'
import type { AdminExchange } from '../client/admin-api.ts'
import type { Answer } from './answer.ts'
import { call, messageOf } from './api.ts'
import { listen } from './event-stream.ts'
import { runSoon } from './run-soon.ts'

/** An exchange of the journal. */
export type Exchange = AdminExchange

/** How many exchanges are kept; the oldest are dropped first. */
const MAX_KEPT = 2_000

/** How many exchanges the server returns at once. */
const MAX_READ = 1_000

/** How long exchanges are collected before they are read and the page is drawn again, in milliseconds. */
const DRAW_MS = 100

/** For how long a read of one exchange rests, in milliseconds: the busier the server, the less it is asked. */
const REST_MS = 1

/** How many exchanges were read the last time. */
let lastRead = 0

/** The exchanges that came, oldest first. */
const arrived = signal<readonly Exchange[]>([])

/** The requests that still wait. */
const waiting = signal<readonly Exchange[]>([])

/** Whether what has arrived may be of another journal: of a world before it was reset. */
let isStale = true

/** The exchanges as they were when the view was paused. */
const frozen = signal<readonly Exchange[] | undefined>(undefined)

const all = computed(() => [...arrived.value, ...waiting.value])

/** The exchanges to show, oldest first; requests that still wait come last. */
export const exchanges = computed(() => frozen.value ?? all.value)

export const isPaused = computed(() => frozen.value !== undefined)

/** How many exchanges came since the view was paused. */
export const missed = computed(() => {
  if (frozen.value === undefined) return 0
  const known = new Set(frozen.value.map(({ id }) => id))
  return all.value.filter(({ id }) => !known.has(id)).length
})

/** Why the latest exchanges could not be read; empty where they were. */
export const feedError = signal('')

/** Pauses the view, or goes on; exchanges are received all the same. */
export function pause (isPausing: boolean): void {
  frozen.value = isPausing ? all.value : undefined
}

/** Deletes the journal of the world that is shown. */
export async function clearJournal (): Promise<void> {
  await call('/requests', { method: 'DELETE' })
  arrived.value = []
  isStale = true
  if (frozen.value !== undefined) frozen.value = []
}

/**
 * Keeps up with the journal of the world that is shown until the signal aborts. Events tell that it has grown: they are
 * without headers and bodies, which are read from the journal for many exchanges at once.
 */
export function followExchanges (abort: AbortSignal): void {
  frozen.value = undefined
  arrived.value = []
  waiting.value = []
  isStale = true
  const { ask, stop } = runSoon(() => readNews(abort), () => Math.max(DRAW_MS, lastRead * REST_MS))
  const forget = listen(({ kind }) => {
    if (kind === 'world' || kind === 'gap') isStale = true
    if (kind === 'exchange' || isStale) ask()
  })
  abort.addEventListener('abort', () => {
    stop()
    forget()
  })
  ask()
}

/** Reads what came since the last time, or all where what is known is stale. */
async function readNews (abort: AbortSignal): Promise<void> {
  const isAnew = isStale
  isStale = false
  try {
    const read = await readJournal(isAnew ? undefined : arrived.peek().at(-1)?.id, abort)
    lastRead = isAnew ? 0 : read.length
    const came = read.filter(({ state }) => state === 'answered')
    const pending = read.filter(({ state }) => state === 'pending')
    if (pending.length > 0 || waiting.peek().length > 0) waiting.value = pending
    if (isAnew) arrived.value = came
    else if (came.length > 0) arrived.value = [...arrived.peek(), ...came].slice(-MAX_KEPT)
    feedError.value = ''
  } catch (error) {
    isStale ||= isAnew
    if (!abort.aborted) feedError.value = messageOf(error)
  }
}

/** Reads the exchanges that came after one, as many as are kept: oldest first, then those that are pending. */
async function readJournal (after: string | undefined, signal: AbortSignal): Promise<Exchange[]> {
  let read: Exchange[] = []
  for (;;) {
    const query = new URLSearchParams({ limit: String(MAX_READ) })
    if (after !== undefined) query.set('after', after)
    if (read[0] !== undefined) query.set('before', read[0].id)
    const { more, requests } = await call<Answer<'listRequests'>>(`/requests?${query}`, { signal })
    read = [...requests, ...read]
    if (!more || read.length >= MAX_KEPT) return read
  }
}
