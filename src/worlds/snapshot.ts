import type { ClockMode } from './clock.ts'
import type { Delivery } from './delivery.ts'
import type { Exchange } from './exchange.ts'
import type { RandomState } from './random.ts'
import type { Resource } from './resource.ts'
import type { RunningScenario, Scenario } from './scenario.ts'
import type { Settings } from './settings.ts'
import type { StoredStub } from './stub-verbs.ts'

/** All state of a world at an instant. A store that is restored from it goes on as the first would. */
export interface Snapshot {
  /** The time of its clock, in milliseconds since 1970. */
  readonly now: number
  readonly clockMode: ClockMode
  readonly random: RandomState
  readonly settings: Settings
  /** The latest numbers of counters, by counter. */
  readonly counters: ReadonlyArray<readonly [counter: string, latest: number]>
  readonly resources: ResourcesSnapshot
  /** The uses of limits, by limit and key. */
  readonly limits: ReadonlyArray<readonly [name: string, used: LimitUsed]>
  /** In the order in which they were added. */
  readonly stubs: readonly StoredStub[]
  readonly scenarios: readonly Scenario[]
  readonly runningScenarios: readonly RunningScenario[]
  readonly answers: ReadonlyArray<readonly [key: string, answer: unknown]>
  readonly deliveries: readonly Delivery[]
  readonly exchanges: readonly Exchange[]
}

export interface ResourcesSnapshot {
  /** In the order in which they were inserted. */
  readonly items: readonly SnapshotResource[]
  /** The ids that were deleted, though their types assume that they exist. */
  readonly absent: ReadonlyArray<Pick<Resource, 'type' | 'id'>>
  /** The number of the latest resource. */
  readonly latest: number
}

export interface SnapshotResource {
  readonly resource: Resource
  /** Whether a request created it, so that it can be dropped to make room. */
  readonly isCreated: boolean
}

/** The uses of a limit by a key. */
export interface LimitUsed {
  readonly used: number
  /** When the window ends, or when the bucket is full, in milliseconds since 1970. */
  readonly reset: number
}
