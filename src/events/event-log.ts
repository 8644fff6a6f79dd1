import { exactJson } from '../exact-json.ts'
import { systemTime } from '../worlds/clock.ts'
import { Listeners } from '../worlds/listeners.ts'
import { Ring } from '../worlds/ring.ts'
import type { EventKind } from './event-kinds.ts'

/** An event as it is sent. */
export interface LoggedEvent {
  readonly number: number
  readonly kind: EventKind
  readonly world: string
  /** Its data, as JSON. */
  readonly text: string
}

export interface EventLogOptions {
  /**
   * The most events that are kept.
   * @default 10000
   */
  readonly maxEvents?: number
  /**
   * The most characters of events that are kept.
   * @default 4194304
   */
  readonly maxLength?: number
}

/** An event that is not written yet. */
interface FreshEvent {
  readonly kind: EventKind
  readonly world: string
  readonly show: () => object
}

/** How many events wait at most to be written at the end of the turn. */
const MOST_FRESH = 1_000

/**
 * The latest events, as texts, up to a number and a length. They are written after the requests that caused them have
 * been answered.
 */
export class EventLog {
  /** Called when events were added. */
  readonly added = new Listeners()
  /** Tells the ids of this log from those of others. */
  readonly #epoch = systemTime().toString(36)
  readonly #maxLength: number
  readonly #events: Ring<LoggedEvent>
  #length = 0
  #latest = 0
  #fresh: FreshEvent[] = []

  constructor ({ maxEvents = 10_000, maxLength = 4 * 2 ** 20 }: EventLogOptions = {}) {
    this.#maxLength = maxLength
    this.#events = new Ring(maxEvents)
  }

  /** The number of the latest event; 0 where there is none yet. */
  get latest (): number {
    this.#write()
    return this.#latest
  }

  /** The number of the oldest event that is kept. */
  get oldest (): number {
    return this.#latest - this.#events.size + 1
  }

  /** Adds an event. `show` makes its data later: it reads only what does not change any more. */
  add (kind: EventKind, world: string, show: () => object): void {
    this.#fresh.push({ kind, world, show })
    if (this.#fresh.length === 1) setImmediate(() => this.#write())
    if (this.#fresh.length >= MOST_FRESH) this.#write()
  }

  /** Returns an event that is kept. */
  get (number: number): LoggedEvent | undefined {
    return this.#events.at(number - this.oldest)
  }

  idOf (number: number): string {
    return `${this.#epoch}-${number}`
  }

  /** Returns the number of an event by its id; `undefined` where it is none of this log. */
  numberOf (id: string): number | undefined {
    const [, epoch, digits] = /^([0-9a-z]+)-(\d+)$/.exec(id) ?? []
    const number = Number(digits)
    return epoch === this.#epoch && number <= this.latest ? number : undefined
  }

  #write (): void {
    const fresh = this.#fresh
    if (fresh.length === 0) return
    this.#fresh = []
    for (const { kind, show, world } of fresh) this.#keep({ kind, world, text: exactJson.stringify(show()) })
    this.added.tell()
  }

  #keep (event: Omit<LoggedEvent, 'number'>): void {
    const dropped = this.#events.push({ ...event, number: ++this.#latest })
    this.#length += event.text.length - (dropped?.text.length ?? 0)
    while (this.#length > this.#maxLength) this.#length -= this.#events.shift()?.text.length ?? Infinity
  }
}
