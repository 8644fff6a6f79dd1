import { exactJson } from '../exact-json.ts'
import type { PartKind, Parts } from '../worlds/recorder.ts'
import type { Recording } from '../worlds/recording.ts'
import type { World } from '../worlds/world.ts'
import { STATE_KEY, dueOf, stateOf } from './kept-state.ts'
import { partText } from './part-text.ts'
import type { KeptPart, WorldChanges } from './storage.ts'

/** Saves changes of a world after those before. */
export type SaveChanges = (changes: WorldChanges) => Promise<void>

export interface RecordingOptions {
  readonly save: SaveChanges
  /** Returns whether no request uses the world. */
  isIdle (): boolean
  /** Rejects with `WorldMoved` where another process may have changed the world; returns nothing where none can. */
  confirm (): Promise<void> | undefined
}

interface Change {
  readonly kind: PartKind
  readonly value: Parts[PartKind] | undefined
}

const SAVED = Promise.resolve()

/**
 * Gathers the changes of a world, and saves those of one turn of the event loop together. While they are saved, the
 * next are gathered.
 */
export class WorldRecording implements Recording {
  readonly #world: World
  readonly #options: RecordingOptions
  #changes = new Map<string, Change>()
  /** Parts that are put as they are, before all others. */
  #head: readonly KeptPart[] = []
  #clears = false
  #stateText = ''
  #due: number | undefined
  /** The saving of what is gathered now; `undefined` while nothing is. */
  #next: Promise<void> | undefined
  #inFlight: Promise<void> = SAVED
  #hasEnded = false
  #isSuspended = false
  #suspendedDue: number | undefined

  constructor (world: World, options: RecordingOptions) {
    this.#world = world
    this.#options = options
  }

  get isIdle (): boolean {
    return this.#options.isIdle()
  }

  changed<Kind extends PartKind> (kind: Kind, key: string, value: Parts[Kind] | undefined): void {
    this.#changes.set(`${kind} ${key}`, { kind, value })
    this.#gather()
  }

  /** Puts parts in the place of all that is kept. */
  begin (head: readonly KeptPart[]): void {
    this.#clears = true
    this.#head = head
    this.#gather()
  }

  /** Takes the state of a world that was loaded as saved. */
  resume (): void {
    this.#stateText = exactJson.stringify(stateOf(this.#world))
    this.#due = dueOf(this.#world)
  }

  saved (): Promise<void> {
    if (this.#next !== undefined) return this.#next
    if (this.#hasEnded) return this.#inFlight
    return this.#hasOtherState() ? this.#gather() : this.#confirmed()
  }

  #confirmed (): Promise<void> {
    return this.#options.confirm()?.then(() => this.#inFlight) ?? this.#inFlight
  }

  /** Saves what is left, and records nothing from now on. */
  finish (): Promise<void> {
    const last = this.#hasOtherState() ? this.#gather() : this.saved()
    this.#save()
    this.#hasEnded = true
    return last
  }

  /** Goes on as if its next task were due as it is now: the world ends in this process, and its tasks wait. */
  suspend (): void {
    this.#suspendedDue = dueOf(this.#world)
    this.#isSuspended = true
  }

  /** Records nothing from now on. */
  discard (): void {
    this.#hasEnded = true
    this.#changes.clear()
    this.#head = []
  }

  /** Records nothing from now on, and rejects what is not saved yet. */
  giveUp (error: Error): void {
    this.#inFlight = this.#inFlight.then(() => { throw error })
    this.#inFlight.catch(() => {})
    this.discard()
  }

  #hasOtherState (): boolean {
    return exactJson.stringify(stateOf(this.#world)) !== this.#stateText || this.#dueNow() !== this.#due
  }

  #dueNow (): number | undefined {
    return this.#isSuspended ? this.#suspendedDue : dueOf(this.#world)
  }

  #gather (): Promise<void> {
    if (this.#next !== undefined || this.#hasEnded) return this.#next ?? SAVED
    const { promise, reject, resolve } = Promise.withResolvers<void>()
    this.#next = promise
    this.#settle = saving => saving.then(resolve, reject)
    // Whoever answers a request hears of it; others need not.
    promise.catch(() => {})
    setImmediate(() => this.#save())
    return promise
  }

  #settle: (saving: Promise<void>) => void = () => {}

  /** Saves what was gathered, once what was gathered before is saved. */
  #save (): void {
    if (this.#next === undefined) return
    this.#next = undefined
    const changes = this.#take()
    this.#inFlight = changes === undefined ? this.#inFlight : this.#options.save(changes)
    this.#inFlight.catch(() => {})
    this.#settle(this.#inFlight)
  }

  /** Returns what was gathered; `undefined` where that is nothing. */
  #take (): WorldChanges | undefined {
    if (this.#hasEnded) return undefined
    const puts: KeptPart[] = [...this.#head]
    const deletes: string[] = []
    for (const [key, { kind, value }] of this.#changes) {
      const text = value === undefined ? undefined : partText(kind, value)
      if (text === undefined) deletes.push(key)
      else puts.push([key, text])
    }
    const stateText = exactJson.stringify(stateOf(this.#world))
    if (stateText !== this.#stateText) puts.push([STATE_KEY, stateText])
    const due = this.#dueNow()
    const isOther = this.#clears || puts.length > 0 || deletes.length > 0 || due !== this.#due
    const changes = { clears: this.#clears, puts, deletes, due }
    this.#changes.clear()
    this.#head = []
    this.#clears = false
    this.#stateText = stateText
    this.#due = due
    return isOther ? changes : undefined
  }
}
