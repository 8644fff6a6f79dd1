import { stopwatch } from '../worlds/clock.ts'
import type { Storage, WorldChanges } from './storage.ts'

/** Functions that are called for each save of the changes of a world. */
export interface SaveObserver {
  /** Called when they are saved, with how long that took, in milliseconds. */
  saved (tookMs: number): void
  /** Called when they cannot be saved. */
  failed (): void
}

const SAVED = Promise.resolve()

/** Saves the changes of each world after those before. */
export class SaveQueue {
  readonly #storage: Pick<Storage, 'save'>
  readonly #lost: (world: string) => void
  /** The latest save of each world that is not done. */
  readonly #saves = new Map<string, Promise<void>>()
  /** Who is told of saves; `undefined` where nobody is. */
  observer: SaveObserver | undefined

  /** `lost` is called with a world whose latest changes cannot be saved. */
  constructor (storage: Pick<Storage, 'save'>, lost: (world: string) => void) {
    this.#storage = storage
    this.#lost = lost
  }

  /** Saves changes of a world. Rejects with the error of the storage. */
  save (world: string, changes: WorldChanges): Promise<void> {
    return this.#add(world, () => this.#saveObserved(world, changes))
  }

  /** Fails as a save does: after those before. */
  fail (world: string, error: unknown): Promise<void> {
    return this.#add(world, () => Promise.reject(error))
  }

  /** Resolves when the changes of a world are saved. Rejects as its latest save does. */
  async done (world: string): Promise<void> {
    await this.#saves.get(world)
  }

  /** Resolves when nothing is left to save, whether or not it could be saved. */
  async end (): Promise<void> {
    await Promise.allSettled(this.#saves.values())
  }

  #add (world: string, save: () => Promise<void>): Promise<void> {
    const before = this.#saves.get(world) ?? SAVED
    const done = before.then(save).catch((error: unknown) => {
      if (this.#saves.get(world) === done) this.#lost(world)
      throw error
    }).finally(() => {
      if (this.#saves.get(world) === done) this.#saves.delete(world)
    })
    this.#saves.set(world, done)
    return done
  }

  async #saveObserved (world: string, changes: WorldChanges): Promise<void> {
    if (this.observer === undefined) return await this.#storage.save(world, changes)
    const startedAt = stopwatch()
    try {
      await this.#storage.save(world, changes)
      this.observer.saved(stopwatch() - startedAt)
    } catch (error) {
      this.observer.failed()
      throw error
    }
  }
}
