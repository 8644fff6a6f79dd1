import type { Fault } from '../messages/fault.ts'
import type { ProxyMode } from '../messages/proxy-mode.ts'
import { parseDuration } from './duration.ts'

/** How resources move through their statuses: by the clock, at every nth read, or only by the admin API. */
export type Progression = 'clock' | 'manual' | { readonly polls: number }

/** Settings for the resources of one type. They apply to those that are created from then on. */
export interface ResourceSettings {
  /** The name of the lifecycle that they follow. */
  readonly lifecycle?: string
  readonly progression?: Progression
  /** How long a status lasts, by status, as ISO 8601 durations. */
  readonly durations?: Readonly<Record<string, string>>
  /** How many files each has, and how often the rows of a file are repeated. */
  readonly files?: FileSettings
}

/** The choice of a stub for the lifecycle of one new resource, above the settings of its type. */
export type LifecycleChoice = Pick<ResourceSettings, 'lifecycle' | 'progression' | 'durations'>

export interface FileSettings {
  readonly count?: number
  readonly repeat?: number
}

/** Settings for one limit. */
export interface LimitSettings {
  readonly enabled?: boolean
  readonly max?: number
  /** The window's length, as an ISO 8601 duration. */
  readonly per?: string
  /** The size of the token bucket. */
  readonly burst?: number
}

/** Settings for the responses of one operation, as if each request asked for them with `Prefer`. */
export interface OperationSettings {
  /** A documented status. */
  readonly code?: number
  /** The name of an example or a fixture. */
  readonly example?: string
  /** Whether the body is generated instead of being an example. */
  readonly dynamic?: boolean
  /** How long each response waits: real milliseconds, or an ISO 8601 duration. */
  readonly delay?: number | string
  /** The fault of each response's connection. */
  readonly fault?: Fault
  /** Which requests are passed on to the service behind the API. */
  readonly proxy?: ProxyMode
}

/** The settings of a world. A reset brings back the defaults. */
export interface Settings {
  /** How long every response of the APIs waits, in real milliseconds. */
  readonly delayMs: number
  /** Applies to resources that are created from then on. */
  readonly progression: Progression
  /** By resource type: `mews.Export`. */
  readonly resources: Readonly<Record<string, ResourceSettings>>
  /** By limit: `mews.requests`. */
  readonly limits: Readonly<Record<string, LimitSettings>>
  /** The credentials that are accepted, by scheme: `vcf.bearer`. All are where none are listed. */
  readonly credentials: Readonly<Record<string, readonly string[]>>
  /**
   * The scopes of tokens that do not name theirs, by scheme: `shop.oauth`. They have all where none are listed.
   */
  readonly scopes: Readonly<Record<string, readonly string[]>>
  /** By operation: `mews.addExport`. */
  readonly operations: Readonly<Record<string, OperationSettings>>
  /** The URLs of webhooks, by webhook: `tally.reportReady`. */
  readonly webhooks: Readonly<Record<string, string>>
  /**
   * The pauses before each further attempt to send a callback, as ISO 8601 durations, by callback:
   * `webadmit.runExport/exportFileReady`. Those of the document apply where none are listed.
   */
  readonly retries: Readonly<Record<string, readonly string[]>>
  /** Which requests are passed on to the services behind the APIs; as the server was started where it is absent. */
  readonly proxy?: ProxyMode
}

export const DEFAULT_SETTINGS: Settings = {
  delayMs: 0,
  progression: 'clock',
  resources: {},
  limits: {},
  credentials: {},
  scopes: {},
  operations: {},
  webhooks: {},
  retries: {}
}

/** An operation as settings name it, alone or together with others. */
interface NamedOperation {
  readonly id: string
  readonly api: string
}

/** Returns the settings of an operation: its own, then those of its API (`mews.*`), then those of all (`*`). */
export function operationSettings (
  { operations }: Pick<Settings, 'operations'>,
  { api, id }: NamedOperation
): OperationSettings | undefined {
  if (operations === DEFAULT_SETTINGS.operations) return undefined
  const own = operations[id]
  const ofApi = operations[`${api}.*`]
  const ofAll = operations['*']
  return ofApi === undefined && ofAll === undefined ? own : { ...ofAll, ...ofApi, ...own }
}

/** Returns which requests of an operation are passed on; those of its API where no operation is known. */
export function proxyMode (
  settings: Settings,
  { api, id = '' }: { readonly api: string, readonly id?: string },
  usual: ProxyMode
): ProxyMode {
  return operationSettings(settings, { api, id })?.proxy ?? settings.proxy ?? usual
}

/** Returns how long the responses of an operation wait, in real milliseconds. */
export function answerDelayMs (settings: Settings, operation: NamedOperation): number {
  const { delayMs } = settings
  const own = operationSettings(settings, operation)?.delay ?? 0
  return delayMs + (typeof own === 'number' ? own : parseDuration(own) ?? 0)
}
