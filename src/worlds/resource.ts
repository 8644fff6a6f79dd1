import type { FileSettings, Progression } from './settings.ts'

/**
 * A record in a world, as plain data. Only its store changes it, and does so in place: everyone who holds a
 * resource sees it as it is now. One that was deleted, forgotten or replaced has no stages any more.
 */
export interface Resource {
  /** `mews.Export` */
  readonly type: string
  readonly id: string
  /** Counts up with each resource of the world, and tells one from another that had its id before. */
  readonly number: number
  /** When it was created, in milliseconds since 1970 by the world's clock. */
  readonly created: number
  /** The members that requests gave it, beside those that its type declares. */
  readonly members: Readonly<Record<string, unknown>>
  /** Members that are kept but never shown. */
  readonly hidden: Readonly<Record<string, unknown>>
  /** The settings of the world for its files when it was created. */
  readonly files?: FileSettings
  /** The resources that are the rows of its files, as they were when it was created. */
  readonly rows?: readonly Resource[] | undefined
  /** Which lifecycle it follows, and where it was last put on it. */
  readonly progress: Progress
}

/** A status and how long it lasts in milliseconds; the last of a lifecycle has no end. */
export interface Stage {
  readonly status: string
  readonly ms: number | undefined
}

/**
 * How a resource follows its lifecycle. Its status now follows from this and the clock;
 * only reads (by polls), requests that set a status and the admin API change it.
 */
export interface Progress {
  readonly lifecycle: string
  readonly stages: readonly Stage[]
  readonly progression: Progression
  /** The stage that it was last put on. */
  readonly stage: number
  /** When it was put there, in milliseconds since 1970. */
  readonly since: number
  /** Reads since it was put there. */
  readonly reads: number
}
