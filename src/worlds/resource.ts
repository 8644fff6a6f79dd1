import type { FileSettings, Progression } from './settings.ts'

/** A record in a world. */
export interface Resource {
  /** `mews.Export` */
  readonly type: string
  readonly id: string
  /** Counts up with each resource of the world. */
  readonly number: number
  /** When it was created, in milliseconds since 1970 by the world's clock. */
  readonly created: number
  /** The members that requests gave it, beside those that its type declares. */
  members: Readonly<Record<string, unknown>>
  /** Members that are kept but never shown. */
  hidden: Readonly<Record<string, unknown>>
  /** What the world's settings said of its files when it was created. */
  readonly files?: FileSettings
  /** Which way it goes through its statuses, and where it was last put on it. */
  progress: Progress
  /** How clients last saw it: a note that saves making the same again, and no part of it. */
  shown?: Shown
}

/** What clients saw of a resource, with all that it followed from. */
export interface Shown {
  readonly resource: Resource
  /** What is declared of its type. */
  readonly declared: object
  readonly created: Resource['members']
  readonly status: string | undefined
  readonly since: number
  readonly until: number | undefined
  readonly serverUrl: string
  readonly members: Readonly<Record<string, unknown>>
}

/** A status and how long it lasts in milliseconds; the last of a way has no end. */
export interface Stage {
  readonly status: string
  readonly ms: number | undefined
}

/**
 * A resource's way through its statuses. What its status is now follows from this and the clock;
 * only reads (by polls) and the admin API change it.
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
