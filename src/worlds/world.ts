import { EXACT_PATHS } from '../contract/path-matching.ts'
import type { PathMatching } from '../contract/path-matching.ts'
import { Schedule } from './schedule.ts'
import type { Clock, ClockMode } from './clock.ts'
import type { PendingExchange } from './exchange.ts'
import { Listeners } from './listeners.ts'
import type { Memory } from './memory.ts'
import { MemoryStore } from './memory-store.ts'
import { Observers } from './observers.ts'
import type { Recording } from './recording.ts'
import type { Random } from './random.ts'
import type { Resource } from './resource.ts'
import type { Settings } from './settings.ts'
import type { Store } from './store.ts'
import type { ResourceIndex } from './resource-verbs.ts'
import type { WorldWatcher } from './world-watcher.ts'

export interface WorldOptions {
  /** All that is generated in a world follows from this seed and its name. */
  readonly seed: number
  /** What all that is generated follows from instead, where it goes on from a world with another name or seed. */
  readonly seedText?: string
  /**
   * The language of names and texts that are generated: `de`.
   * @default 'en'
   */
  readonly locale?: string
  /** When its clock starts, in milliseconds since 1970; the real time where it is left out. */
  readonly startsAt: number | undefined
  /**
   * How its clock goes at first.
   * @default 'running'
   */
  readonly clockMode?: ClockMode
  readonly indexes: readonly ResourceIndex[]
  readonly maxResources: number
  readonly maxExchanges: number
  /**
   * How paths match the routes of stubs.
   * @default as they are written
   */
  readonly paths?: PathMatching
  /**
   * The memory of all worlds.
   * @default memory without a bound
   */
  readonly memory?: Memory
  /**
   * Who is told of its exchanges.
   * @default nobody
   */
  readonly observers?: Observers
}

/** An isolated copy of all state. */
export class World {
  readonly name: string
  readonly clock: Clock
  readonly schedule: Schedule
  readonly store: Store
  readonly random: Random
  /** Called when an exchange was added to the journal, or a request whose response is still due. */
  readonly exchanged = new Listeners()
  /** Called when a callback was sent, or will not be. */
  readonly delivered = new Listeners()
  /** Called with a resource that changed its status by other means than the clock, or was removed. */
  readonly progressed = new Listeners<Resource>()
  /** Called when the world ends. */
  readonly ended = new Listeners()
  hasEnded = false
  /** Keeps its changes beyond this process; `undefined` where nothing does. */
  recording: Recording | undefined
  /** The functions to call for what happens in it; `undefined` while nobody follows it. */
  watcher: WorldWatcher | undefined
  /** The requests whose response is still due though it could not be sent at once, by id. */
  readonly pending = new Map<string, PendingExchange>()
  /** The responses that are still due, which other requests wait for. */
  readonly underWay = new WeakSet<object>()
  /** Who is told of the exchanges of all worlds of the server. */
  readonly observers: Observers
  /** How paths match the routes of stubs. */
  readonly paths: PathMatching
  readonly locale: string
  /** What all that is generated in it follows from. */
  readonly seedText: string
  readonly #watchers: Array<(resource: Resource) => void> = []

  constructor (name: string, options: WorldOptions) {
    this.name = name
    this.locale = options.locale ?? 'en'
    this.seedText = options.seedText ?? `${options.seed} ${name}`
    this.observers = options.observers ?? new Observers()
    this.paths = options.paths ?? EXACT_PATHS
    this.store = new MemoryStore({ ...options, seed: this.seedText })
    this.clock = this.store.clock
    if (options.clockMode === 'frozen') this.clock.freeze(options.startsAt)
    this.random = this.store.random
    this.schedule = new Schedule(this.clock)
  }

  get settings (): Settings {
    return this.store.settings
  }

  /** Returns a seed for a subject in this world, the same at every run. */
  seedFor (subject: string): string {
    return `${this.seedText} ${subject}`
  }

  /** Calls a watcher when a resource changes its status by other means than the clock, or is removed. */
  watch (watcher: (resource: Resource) => void): void {
    this.#watchers.push(watcher)
  }

  /** Calls the functions of a watcher for what happens in the world from now on; `undefined` ends that. */
  follow (watcher: WorldWatcher | undefined): void {
    this.watcher = watcher
    this.store.watch(watcher)
  }

  /** Has all that changes in the world kept by a recording from now on; `undefined` ends that. */
  record (recording: Recording | undefined): void {
    this.recording = recording
    this.store.recordTo(recording)
  }

  /** Calls the watchers: a resource changed its status by other means than the clock, or was removed. */
  moved (resource: Resource): void {
    for (const watcher of this.#watchers) watcher(resource)
    this.progressed.tell(resource)
  }

  /** Ends the world: cancels its tasks, and calls those who wait for its end. */
  close (): void {
    this.hasEnded = true
    this.recording?.suspend()
    this.schedule.clear()
    this.ended.tell()
    this.store.end()
  }
}
