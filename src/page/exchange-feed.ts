import { computed, signal } from '@preact/signals'
import type { AdminExchange, AdminUnmatched } from '../client/admin-api.ts'
import { readEvents } from '../client/read-events.ts'
import type { ServerEvent } from '../client/read-events.ts'
import { call, messageOf, send } from './api.ts'

/** An exchange of the journal, with the nearest operations where it matched none. */
export type Exchange = AdminExchange & Partial<Pick<AdminUnmatched, 'nearest'>>

/** How many exchanges are kept; the oldest are dropped first. */
const MAX_KEPT = 2_000

/** How long exchanges are collected before the page is drawn again, in milliseconds. */
const DRAW_MS = 100

const RECONNECT_MS = 1_000

/** The exchanges that came, oldest first. */
const arrived = signal<readonly Exchange[]>([])

/** The requests that still wait, by id. */
const waiting = signal<ReadonlyMap<string, Exchange>>(new Map())

/** The exchanges as they were when the view was paused. */
const frozen = signal<readonly Exchange[] | undefined>(undefined)

const all = computed(() => [...arrived.value, ...waiting.value.values()])

/** The exchanges to show, oldest first; requests that still wait come last. */
export const exchanges = computed(() => frozen.value ?? all.value)

export const isPaused = computed(() => frozen.value !== undefined)

/** How many exchanges came since the view was paused. */
export const missed = computed(() => {
  if (frozen.value === undefined) return 0
  const known = new Set(frozen.value.map(({ id }) => id))
  return all.value.filter(({ id }) => !known.has(id)).length
})

/** Why no exchanges come; empty while the feed is open. */
export const feedError = signal('')

/** Pauses the view, or goes on; exchanges are received all the same. */
export function pause (isPausing: boolean): void {
  frozen.value = isPausing ? all.value : undefined
}

/** Deletes the journal of the world that is shown. */
export async function clearJournal (): Promise<void> {
  await call('/requests', { method: 'DELETE' })
  arrived.value = []
  if (frozen.value !== undefined) frozen.value = []
}

/** Receives the exchanges of the world that is shown until the signal aborts. It begins with those of the journal. */
export async function followExchanges (abort: AbortSignal): Promise<void> {
  frozen.value = undefined
  while (!abort.aborted) {
    // A world that was reset ends its stream, and begins to count anew.
    arrived.value = []
    waiting.value = new Map()
    try {
      await receive(abort)
    } catch (error) {
      if (!abort.aborted) feedError.value = messageOf(error)
    }
    await new Promise(resolve => setTimeout(resolve, RECONNECT_MS))
  }
}

async function receive (abort: AbortSignal): Promise<void> {
  const { body } = await send('/requests/stream?after=0', { signal: abort, accept: 'text/event-stream' })
  feedError.value = ''
  if (body === null) return
  const batch = createBatch()
  try {
    for await (const event of readEvents(body)) batch.add(event)
  } finally {
    batch.end()
  }
}

/** Collects exchanges, and shows them together. */
function createBatch (): { add (event: ServerEvent): void, end (): void } {
  let events: ServerEvent[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  const show = (): void => {
    timer = undefined
    const due = events
    events = []
    const came: Exchange[] = []
    const pending = new Map(waiting.peek())
    for (const { data, event } of due) {
      if (event !== 'exchange' && event !== 'pending') continue
      const exchange = JSON.parse(data) as Exchange  // as the document of the admin API says
      if (event === 'pending') pending.set(exchange.id, exchange)
      else {
        pending.delete(exchange.id)
        came.push(exchange)
      }
    }
    if (pending.size > 0 || waiting.peek().size > 0) waiting.value = pending
    arrived.value = [...arrived.peek(), ...came].slice(-MAX_KEPT)
  }
  return {
    add (event) {
      events.push(event)
      timer ??= setTimeout(show, DRAW_MS)
    },
    end () {
      clearTimeout(timer)
    }
  }
}
