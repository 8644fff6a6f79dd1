import { Schedule } from './schedule.ts'
import type { Clock, ClockMode } from './clock.ts'
import { Listeners } from './listeners.ts'
import { MemoryStore } from './memory-store.ts'
import type { Random } from './random.ts'
import type { Resource } from './resource.ts'
import type { Settings } from './settings.ts'
import type { Store } from './store.ts'
import type { ResourceIndex } from './resource-verbs.ts'

export interface WorldOptions {
  /** Whatever is generated in a world follows from this and its name. */
  readonly seed: number
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
}

/** An isolated copy of all state. */
export class World {
  readonly name: string
  readonly clock: Clock
  readonly schedule: Schedule
  readonly store: Store
  readonly random: Random
  /** Told when an exchange has been added to the journal. */
  readonly exchanged = new Listeners()
  /** Told when a callback was sent, or will not be. */
  readonly delivered = new Listeners()
  /** Told when the world ends. */
  readonly ended = new Listeners()
  hasEnded = false
  readonly #seed: string
  readonly #watchers: Array<(resource: Resource) => void> = []

  constructor (name: string, options: WorldOptions) {
    this.name = name
    this.#seed = `${options.seed} ${name}`
    this.store = new MemoryStore({ ...options, seed: this.#seed })
    this.clock = this.store.clock
    if (options.clockMode === 'frozen') this.clock.freeze()
    this.random = this.store.random
    this.schedule = new Schedule(this.clock)
  }

  get settings (): Settings {
    return this.store.settings
  }

  /** A seed for something of its own in this world, the same at every run. */
  seedFor (subject: string): string {
    return `${this.#seed} ${subject}`
  }

  /** Calls back when a resource is put somewhere else on its way by other means than the clock. */
  watch (watcher: (resource: Resource) => void): void {
    this.#watchers.push(watcher)
  }

  /** Says that a resource was put somewhere else on its way by other means than the clock. */
  moved (resource: Resource): void {
    for (const watcher of this.#watchers) watcher(resource)
  }

  /** Ends what it waits for, and what waits in it. */
  close (): void {
    this.hasEnded = true
    this.schedule.clear()
    this.ended.tell()
  }
}
