import type { Recorder } from './recorder.ts'

/** Keeps the changes of a world beyond this process. */
export interface Recording extends Recorder {
  /**
   * Resolves when all that has changed until now is kept. Rejects with `StorageUnavailable` or `WorldMoved` where it
   * cannot be; the world in this process is then given up.
   */
  saved (): Promise<void>
  /** Has the tasks of the world that wait now be due elsewhere, or after a restart: they end in this process. */
  suspend (): void
  /** Whether no request uses the world and no task of it is under way, so that it can be unloaded. */
  readonly isIdle: boolean
}
