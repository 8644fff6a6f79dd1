import type { Delivery } from './delivery.ts'
import type { Exchange } from './exchange.ts'
import type { RunningScenario, Scenario } from './scenario.ts'
import type { Settings } from './settings.ts'
import type { LimitUsed, SnapshotResource } from './snapshot.ts'
import type { StoredStub } from './stub-verbs.ts'
import type { Remembered } from './remembered.ts'

/**
 * The parts of a world's state, by kind. A world is rebuilt from the latest value of each part, in the order in which
 * the parts were first put; its clock and the state of its random source are no parts, as both change by themselves.
 */
export interface Parts {
  readonly settings: Settings
  /** By the name of the counter. */
  readonly counters: number
  /** By type and id; `absent` for an id that was deleted. */
  readonly resources: SnapshotResource | 'absent'
  /** By limit and key. */
  readonly limits: LimitUsed
  /** By id. */
  readonly stubs: StoredStub
  /** By name. */
  readonly scenarios: Scenario
  readonly runningScenarios: readonly RunningScenario[]
  /** By memory and key. */
  readonly answers: Remembered<unknown>
  /** By id. */
  readonly callbacks: Delivery
  /** What a callback waits for, by the id of its delivery. The callbacks know its form. */
  readonly waiting: unknown
  /** The callbacks that rest, by type and id of their resource. The callbacks know their form. */
  readonly resting: unknown
  /** By the number of the exchange. */
  readonly requests: Exchange
}

export type PartKind = keyof Parts

/** Is told of every change of a world's state, where that is kept. It must be quick. */
export interface Recorder {
  /**
   * Notes a part that was put or changed, or is gone (`undefined`). The value may change in place until it is read: the
   * latest call for a key counts.
   */
  changed<Kind extends PartKind> (kind: Kind, key: string, value: Parts[Kind] | undefined): void
}
