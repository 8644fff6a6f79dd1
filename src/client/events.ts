import { exactJson } from '../exact-json.ts'
import type { AdminEvent } from './admin-api.ts'
import type { Connection } from './connection.ts'
import { queryText } from './query-text.ts'
import { readEvents } from './read-events.ts'

/** Something that happened in a world, or a `gap` for what can no longer be sent; its id serves to go on after it. */
export type StandinEvent = AdminEvent & { readonly id: string }

/** The kinds of events. */
export type EventKind = Exclude<AdminEvent['kind'], 'gap'>

/** The events to follow, and the signal to stop. */
export interface EventOptions {
  /**
   * The kinds of events.
   * @default all
   */
  readonly kinds?: readonly EventKind[]
  /** The id of the last event that was read: later ones are returned first. By default only new ones are. */
  readonly after?: string
  /** Ends the iteration, which throws an `AbortError`. */
  readonly signal?: AbortSignal
}

/** Iterates over events until the server stops, the loop is left or the signal aborts. */
export type FollowEvents = (options?: EventOptions) => AsyncGenerator<StandinEvent, void, undefined>

/** Creates the access to the events of a connection's world, or of all worlds. */
export function createEvents ({ open }: Connection): FollowEvents {
  return async function * ({ after, kinds, signal } = {}) {
    const stream = await open(`/events${queryText({ kinds: kinds?.join(), after })}`, signal)
    for await (const { data, id } of readEvents(stream)) yield { ...exactJson.parse(data) as AdminEvent, id }
  }
}
