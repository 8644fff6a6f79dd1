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
  /** Gives the world up, as its changes cannot be saved. Rejects with the reason. */
  fail (error: unknown): Promise<void>
  /** Returns whether no request uses the world. */
  isIdle (): boolean
  /** Rejects with `WorldMoved` where another process may have changed the world; returns nothing where none can. */
  confirm (): Promise<void> | undefined
}

interface Change {
  readonly kind: PartKind
  readonly value: Parts[PartKind] | undefined
  /** Whether the part was gone before. */
  readonly isAnew: boolean
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
  #next: PromiseWithResolvers<void> | undefined
  #inFlight: Promise<void> = SAVED
  #isLoading = false
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
    if (this.#isLoading && value !== undefined) return
    const part = `${kind} ${key}`
    const known = this.#changes.get(part)
    const wasGone = known !== undefined && known.value === undefined
    // One that was gone comes after all others.
    if (wasGone) this.#changes.delete(part)
    this.#changes.set(part, { kind, value, isAnew: wasGone || known?.isAnew === true })
    this.#gather()
  }

  /** Puts parts in the place of all that is kept. */
  begin (head: readonly KeptPart[]): void {
    this.#clears = true
    this.#head = head
    this.#gather()
  }

  /** Puts parts that are there already, and keeps all others. */
  renew (head: readonly KeptPart[]): void {
    this.#head = head
    this.#gather()
  }

  /** Has a function fill the world with what is kept of it: what it has no room for is gone. */
  load (fill: () => void): void {
    this.#isLoading = true
    fill()
    this.#isLoading = false
    this.#stateText = exactJson.stringify(stateOf(this.#world))
    // What is kept may be of a task that has gone with its process, as a response that waited.
    this.#due = NaN
    this.#gather()
  }

  saved (): Promise<void> {
    if (this.#next !== undefined) return this.#next.promise
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

  suspend (): void {
    if (this.#isSuspended) return
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
    const due = dueOf(this.#world)
    // A request that was under way may have added tasks since.
    return this.#suspendedDue === undefined ? due : Math.min(this.#suspendedDue, due ?? Infinity)
  }

  #gather (): Promise<void> {
    if (this.#next !== undefined) return this.#next.promise
    if (this.#hasEnded) return SAVED
    this.#next = Promise.withResolvers()
    // Whoever answers a request hears of it; others need not.
    this.#next.promise.catch(() => {})
    setImmediate(() => this.#save())
    return this.#next.promise
  }

  /** Saves what was gathered, once what was gathered before is saved. */
  #save (): void {
    const next = this.#next
    if (next === undefined) return
    this.#next = undefined
    this.#inFlight = this.#saveTaken()
    this.#inFlight.then(next.resolve, next.reject)
  }

  #saveTaken (): Promise<void> {
    try {
      const changes = this.#take()
      return changes === undefined ? this.#inFlight : this.#options.save(changes)
    } catch (error) {
      // A value that JSON cannot carry, as handlers may make.
      return this.#options.fail(error)
    }
  }

  /** Returns what was gathered; `undefined` where that is nothing. */
  #take (): WorldChanges | undefined {
    if (this.#hasEnded) return undefined
    const puts: KeptPart[] = [...this.#head]
    const deletes: string[] = []
    for (const [key, { isAnew, kind, value }] of this.#changes) {
      const text = value === undefined ? undefined : partText(kind, value)
      if (text === undefined || isAnew) deletes.push(key)
      if (text !== undefined) puts.push([key, text])
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
