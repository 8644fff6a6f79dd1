import { signal } from '@preact/signals'
import type { AdminEvent } from '../client/admin-api.ts'
import { readEvents } from '../client/read-events.ts'
import { messageOf, send } from './api.ts'

/** The kinds of events, and `gap` for those that were missed: all that is shown may be old. */
export type EventKind = AdminEvent['kind']

type Listener = (event: AdminEvent) => void

const RECONNECT_MS = 1_000

/** How long nothing may come before a stream counts as broken, in milliseconds; something comes every 15 s. */
const SILENCE_MS = 40_000

const MISSED: AdminEvent = { kind: 'gap', missed: null }

/** Why nothing comes from the server; empty while the stream is open. */
export const streamError = signal('')

const listeners = new Set<Listener>()

/** Calls a function for every event of the world that is shown. Returns a function that ends that. */
export function listen (listener: Listener): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/**
 * Receives the events of the world that is shown, for all parts of the page, until the signal aborts. A stream that
 * breaks goes on after the last event that was read; the server says what it no longer has. A page that nobody sees
 * has no stream: browsers have few connections for a server, however many tabs show it.
 */
export async function followEvents (signal: AbortSignal): Promise<void> {
  let last: string | undefined
  streamError.value = ''
  while (!signal.aborted) {
    if (document.hidden) await untilSeen()
    const attempt = new AbortController()
    const giveUp = (): void => attempt.abort()
    signal.addEventListener('abort', giveUp)
    document.addEventListener('visibilitychange', giveUp)
    try {
      for await (const { data, id } of await openStream(last, attempt)) {
        last = id
        tell(JSON.parse(data) as AdminEvent)  // as the document of the admin API says
      }
      streamError.value = 'The server has closed the connection'
    } catch (error) {
      if (!signal.aborted && !document.hidden) streamError.value = messageOf(error)
    }
    signal.removeEventListener('abort', giveUp)
    document.removeEventListener('visibilitychange', giveUp)
    if (!document.hidden) await new Promise(resolve => setTimeout(resolve, RECONNECT_MS))
  }
}

async function openStream (last: string | undefined, attempt: AbortController): Promise<ReturnType<typeof readEvents>> {
  const headers: Record<string, string> = last === undefined ? {} : { 'last-event-id': last }
  const { body } = await send('/events', { accept: 'text/event-stream', headers, signal: attempt.signal })
  streamError.value = ''
  // Without an event that was read, what happened before the stream began is not known.
  if (last === undefined) tell(MISSED)
  return readEvents(endSilence(body ?? new Blob().stream(), attempt))
}

/** Aborts a stream on which nothing comes any more: a connection can be lost without a word. */
function endSilence (body: ReadableStream<Uint8Array>, attempt: AbortController): ReadableStream<Uint8Array> {
  const wait = (): ReturnType<typeof setTimeout> => setTimeout(() => attempt.abort(), SILENCE_MS)
  let timer = wait()
  return body.pipeThrough(new TransformStream({
    transform (chunk, controller) {
      clearTimeout(timer)
      timer = wait()
      controller.enqueue(chunk)
    },
    flush: () => clearTimeout(timer)
  }))
}

async function untilSeen (): Promise<void> {
  await new Promise(resolve => document.addEventListener('visibilitychange', resolve, { once: true }))
}

function tell (event: AdminEvent): void {
  for (const listener of [...listeners]) listener(event)
}
