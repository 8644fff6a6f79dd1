import type { Clock } from './clock.ts'
import type { WatchEvicted } from './deliveries.ts'
import type { Delivery, DeliveryChange } from './delivery.ts'
import type { Exchange } from './exchange.ts'
import type { LimitVerbs } from './limit-verbs.ts'
import type { Random } from './random.ts'
import type { Recorder } from './recorder.ts'
import type { ResourceVerbs } from './resource-verbs.ts'
import type { ScenarioVerbs } from './scenario-verbs.ts'
import type { Settings } from './settings.ts'
import type { Snapshot } from './snapshot.ts'
import type { StubVerbs } from './stub-verbs.ts'
import type { StoreWatcher } from './world-watcher.ts'
import type { Remembered } from './remembered.ts'

/**
 * All of a world's state. Every verb is atomic and synchronous: what must be decided and written together is
 * one call. What a verb changes is plain data that JSON can carry, and each verb says which: a world can be
 * rebuilt from the data of all changes, in their order. Functions that a verb takes decide; they are never part
 * of what is kept.
 */
export interface Store extends ResourceVerbs, LimitVerbs, StubVerbs, ScenarioVerbs {
  /** The world's time. Its own verbs change it. Data: `clock.state`. */
  readonly clock: Clock
  /**
   * The source of all that is random in the world. Each number that is drawn changes it. Data: `random.state`.
   */
  readonly random: Random

  /** The settings of the world. Data: all of them. */
  readonly settings: Settings
  /** Replaces the settings. Changes: all of them. */
  putSettings (settings: Settings): void

  /** Returns the next of the whole numbers that count up from `from`, for a counter. Changes: that counter. */
  nextNumber (counter: string, from: number): number
  /** Returns the number that a counter gave last, or `undefined` where it gave none. */
  latestNumber (counter: string): number | undefined

  /** Returns the answer that was remembered for a key, or `undefined` where none was. */
  recall<T> (memory: string, key: string): Remembered<T> | undefined
  /** Remembers an answer for a key. Changes: the answer of that key. */
  remember (memory: string, key: string, answer: unknown): void
  /** Returns how many remembered answers were dropped to make room. */
  droppedAnswers (): number

  /** Returns what was kept for a key, or `undefined` where nothing is. */
  kept (key: string): unknown
  /**
   * Keeps what follows from the seed, to save making it again, with how many bytes it takes. Changes: nothing, as it
   * can be made again.
   */
  keep (key: string, made: object, bytes: number): void

  /**
   * Appends an exchange to the journal, that takes at most so many bytes. Changes: that exchange, and how many
   * were dropped.
   */
  append (exchange: Exchange, bytes?: number): void
  /** Deletes all exchanges. */
  deleteExchanges (): void
  /** Lists the latest exchanges, oldest first. */
  exchanges (): readonly Exchange[]
  /** Returns how many exchanges were dropped to make room. */
  droppedExchanges (): number

  /** Calls a function for each callback that is evicted to make room from now on. */
  watchDeliveries (evicted: WatchEvicted): void
  /**
   * Adds a callback, with how many bytes are kept to send it. Where there are too many, the oldest that waits for
   * nothing is evicted, or else the oldest. Changes: both of them, and how many were dropped.
   */
  addDelivery (delivery: Delivery, bytes?: number): void
  /** Changes a callback: its state, its body, its attempts. Changes: these members of it. */
  updateDelivery (delivery: Delivery, change: DeliveryChange): void
  /** Lists all callbacks, oldest first. */
  deliveries (): readonly Delivery[]
  /** Returns how many callbacks were dropped to make room. */
  droppedDeliveries (): number

  /** Returns all state, as it is now; it may share data with the store, which changes resources in place. */
  snapshot (): Snapshot
  /**
   * Restores the state of a snapshot in a store that holds nothing yet, and the time of its clock. Throws
   * `ResourcesFull`. Changes: everything.
   */
  restore (snapshot: Snapshot): void

  /** Calls a watcher for each change from now on; `undefined` ends that. */
  watch (watcher: StoreWatcher | undefined): void

  /** Tells a recorder of each change of a part from now on; `undefined` ends that. */
  recordTo (recorder: Recorder | undefined): void
  /** Is told of each change of a part; `undefined` where nobody keeps them. */
  readonly recorder: Recorder | undefined
  /** The number of the latest resource. */
  readonly latestResource: number

  /** Returns how many bytes the world takes, about: exchanges, answers, callbacks, created resources. */
  bytes (): number
  /** Gives back the memory of the world, which has ended. */
  end (): void
}
