import type { Fault } from '../messages/fault.ts'
import { parseDuration } from './duration.ts'

/** How resources go through their statuses: with the clock, a step at every nth read, or only by the admin API. */
export type Progression = 'clock' | 'manual' | { readonly polls: number }

/** What a world changes of the way in which resources of one type live; it goes for those that are created from then on. */
export interface ResourceSettings {
  /** The lifecycle that they take, by its name. */
  readonly lifecycle?: string
  readonly progression?: Progression
  /** How long a status lasts, by status, as ISO 8601 durations. */
  readonly durations?: Readonly<Record<string, string>>
  /** How many files each has, and how often the rows of a file are repeated in it. */
  readonly files?: FileSettings
}

/** What is chosen of the way that one new resource takes, above the settings of its type. */
export type LifecycleChoice = Pick<ResourceSettings, 'lifecycle' | 'progression' | 'durations'>

export interface FileSettings {
  readonly count?: number
  readonly repeat?: number
}

/** What a world changes of one limit. */
export interface LimitSettings {
  readonly enabled?: boolean
  readonly max?: number
  /** The window's length, as an ISO 8601 duration. */
  readonly per?: string
}

/** What is answered to every request of one operation, as if each asked for it with `Prefer`. */
export interface OperationSettings {
  /** A documented status. */
  readonly code?: number
  /** The name of an example or a fixture. */
  readonly example?: string
  /** Whether the body is generated instead of being an example. */
  readonly dynamic?: boolean
  /** How long the answer waits: real milliseconds, or an ISO 8601 duration. */
  readonly delay?: number | string
  /** What goes wrong with the connection of each. */
  readonly fault?: Fault
}

/** What can be set for a world as a whole; `reset` brings back the defaults. */
export interface Settings {
  /** How long every answer of the APIs waits, in real milliseconds. */
  readonly delayMs: number
  /** Goes for resources that are created from then on. */
  readonly progression: Progression
  /** By resource type: `mews.Export`. */
  readonly resources: Readonly<Record<string, ResourceSettings>>
  /** By limit: `mews.requests`. */
  readonly limits: Readonly<Record<string, LimitSettings>>
  /** The credentials that are accepted, by scheme: `vcf.bearer`. Any is where none is listed. */
  readonly credentials: Readonly<Record<string, readonly string[]>>
  /** The scopes of tokens that do not tell theirs, by scheme: `shop.oauth`. They have all where none are listed. */
  readonly scopes: Readonly<Record<string, readonly string[]>>
  /** By operation: `mews.addExport`. */
  readonly operations: Readonly<Record<string, OperationSettings>>
  /** Where webhooks go, by webhook: `tally.reportReady`. */
  readonly webhooks: Readonly<Record<string, string>>
}

export const DEFAULT_SETTINGS: Settings = {
  delayMs: 0,
  progression: 'clock',
  resources: {},
  limits: {},
  credentials: {},
  scopes: {},
  operations: {},
  webhooks: {}
}

/** How long the answers of an operation wait, in real milliseconds. */
export function answerDelayMs ({ delayMs, operations }: Settings, operation: string): number {
  const own = operations[operation]?.delay ?? 0
  return delayMs + (typeof own === 'number' ? own : parseDuration(own) ?? 0)
}
