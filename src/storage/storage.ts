import type { Replicas } from './replicas.ts'

/** A part of a world as it is kept: its kind and key, and its value as JSON. */
export type KeptPart = readonly [key: string, text: string]

/** The changes of a world since they were last saved. They are saved all or none. */
export interface WorldChanges {
  /** Whether all parts that are kept are deleted first: the world begins anew, or is deleted. */
  readonly clears: boolean
  /** Parts to put, in the order in which new ones come after those that are there. */
  readonly puts: readonly KeptPart[]
  /** The keys of parts that are gone. */
  readonly deletes: readonly string[]
  /**
   * When its next task is due by the real clock, in milliseconds since 1970; `undefined` where nothing is, or its
   * clock stands still.
   */
  readonly due: number | undefined
}

/** A world that this process may use from now on. */
export interface OwnWorld {
  readonly kind: 'own'
  /** Its parts, in the order in which they were first put; none where it is not kept yet. */
  readonly parts: readonly KeptPart[]
}

/** A world that another process uses. */
export interface ForeignWorld {
  readonly kind: 'foreign'
  /** The URL at which that process answers: `http://10.0.0.7:4010`; empty while it does not listen. */
  readonly url: string
  /** The name of that process among those that share the storage. */
  readonly process: string
}

export type OpenedWorld = OwnWorld | ForeignWorld

/**
 * Where worlds are kept beyond their process. One process uses a world at a time. Every method rejects with
 * `StorageUnavailable` while the storage cannot be reached or written.
 */
export interface Storage {
  /** Opens a world for this process, unless another one uses it. */
  open (world: string): Promise<OpenedWorld>
  /** Returns whether this process may use a world that it has opened: it may have been taken over since. */
  isOwn (world: string): boolean | Promise<boolean>
  /**
   * Saves the changes of a world that this process uses. Resolves when the end of this process cannot lose them.
   * Rejects with `WorldMoved` where another process has taken the world over; then nothing is saved.
   */
  save (world: string, changes: WorldChanges): Promise<void>
  /** Gives a world back, so that any process may open it. */
  release (world: string): Promise<void>
  /** Lists the names of all worlds that are kept, in their order. */
  list (): Promise<readonly string[]>
  /** Lists the worlds that no process uses, and whose next task is due at an instant in milliseconds since 1970. */
  listDue (now: number): Promise<readonly string[]>
  /** The processes that share the storage; `undefined` where one process has it for itself. */
  readonly replicas?: Replicas
  /** Returns why the storage cannot be used now; `undefined` where it can. */
  readonly failure: string | undefined
  /** Closes the storage, after everything was saved. */
  close (): Promise<void>
}
