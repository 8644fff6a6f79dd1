import type { TriggerSnapshot } from '../callbacks/callbacks-snapshot.ts'
import type { KeptStub } from '../scenarios/parse-kept-stub.ts'
import type { ClockMode } from '../worlds/clock.ts'
import type { Delivery } from '../worlds/delivery.ts'
import type { Exchange } from '../worlds/exchange.ts'
import type { RandomState } from '../worlds/random.ts'
import type { Resource } from '../worlds/resource.ts'
import type { RunningScenario, Scenario } from '../worlds/scenario.ts'
import type { Settings } from '../worlds/settings.ts'
import type { LimitUsed } from '../worlds/snapshot.ts'

/** The name of the format of dumps. */
export const DUMP_FORMAT = 'standin-world'

/** The version of the format that is written, and the only one that is read. */
export const DUMP_VERSION = 1

/** A world as a value that JSON can carry. Instants in what the simulation keeps are milliseconds since 1970. */
export interface Dump {
  readonly format: typeof DUMP_FORMAT
  readonly version: typeof DUMP_VERSION
  /** The version of the server that wrote it. */
  readonly standin: string
  /** A digest of the document of each API, by the name of the API. */
  readonly documents: Readonly<Record<string, string>>
  /** The name of the world. */
  readonly world: string
  /** What all that is generated in it follows from. */
  readonly seed: string
  readonly locale: string
  readonly clock: { readonly mode: ClockMode, readonly now: string }
  readonly random: RandomState
  readonly settings: Settings
  /** The latest number of each counter. */
  readonly counters: Readonly<Record<string, number>>
  /** In the order in which they were inserted. */
  readonly resources: readonly DumpedResource[]
  /** The ids that were made absent. */
  readonly absent: ReadonlyArray<Pick<Resource, 'type' | 'id'>>
  /** The number of the latest resource. */
  readonly latestResource: number
  /** The uses of limits, by limit and key. */
  readonly limits: Readonly<Record<string, LimitUsed>>
  /** In the order in which they were added. */
  readonly stubs: readonly KeptStub[]
  readonly scenarios: ReadonlyArray<Pick<Scenario, 'name' | 'document'>>
  readonly runningScenarios: readonly RunningScenario[]
  readonly answers: ReadonlyArray<{ readonly key: string, readonly answer: unknown }>
  readonly callbacks: readonly Delivery[]
  readonly waiting: readonly DumpedWaiting[]
  readonly resting: ReadonlyArray<{ readonly url: string, readonly trigger: DumpedTrigger }>
  /** The journal, where it was asked for. */
  readonly requests?: readonly DumpedExchange[]
}

export interface DumpedResource extends Resource {
  /** Whether a request created it, so that it can be dropped to make room. */
  readonly createdByRequest: boolean
}

/** A callback that waits, by the id of its delivery. */
export interface DumpedWaiting {
  readonly delivery: string
  readonly trigger?: DumpedTrigger | undefined
}

/** A callback that waits for a status. Its request has the id of its operation. */
export interface DumpedTrigger extends Omit<TriggerSnapshot, 'request'> {
  readonly request: DumpedRequest
}

export type DumpedRequest = Omit<TriggerSnapshot['request'], 'operation' | 'credentials' | 'receivedAt'> & {
  readonly operation?: string | undefined
}

export type DumpedExchange = Omit<Exchange, 'credentials'>
