import type { Callbacks } from '../callbacks/callbacks.ts'
import { WorldMoved, WorldNotLoaded } from '../errors.ts'
import type { Dropped } from '../migration/migrate-world.ts'
import { BoundedMap } from '../worlds/bounded-map.ts'
import { pause, setTimer, stopwatch, systemTime } from '../worlds/clock.ts'
import type { Recording } from '../worlds/recording.ts'
import type { World } from '../worlds/world.ts'
import type { WorldEnd, Worlds, WorldsKeeper } from '../worlds/worlds.ts'
import { createKeptWorlds } from './kept-worlds.ts'
import type { KeptDefinitions, KeptWorlds } from './kept-worlds.ts'
import type { Replicas } from './replicas.ts'
import { SaveQueue } from './save-queue.ts'
import type { SaveObserver } from './save-queue.ts'
import type { ForeignWorld, Storage, WorldChanges } from './storage.ts'
import { WorldRecording } from './world-recording.ts'
import { WorldUses } from './world-uses.ts'

export interface KeeperOptions {
  readonly storage: Storage
  readonly worlds: Worlds
  callbacksOf (world: World): Callbacks
}

/** What the keeper needs of the documents that are served, and whom it tells of what it dropped. */
export interface KeeperUse {
  readonly definitions: KeptDefinitions
  /** The version of the server. */
  readonly version: string
  /** Called with the parts of a loaded world that the documents have no place for any more. */
  dropped (parts: readonly Dropped[]): void
  /** Called with the error of a world that could not be kept or loaded while no request asked for it. */
  failed (error: Error): void
}

/** How many names are remembered of worlds that were asked for and are not kept. */
const MOST_FRESH = 10_000

/** How often is looked for worlds whose next task is due, in milliseconds. */
const LOOK_EVERY_MS = 1_000

/** How long the requests that use a world may take to be done before it is handed over, in milliseconds. */
const LEAVING_MS = 1_000

const LOOK_WHILE_LEAVING_MS = 5

const ALL_GONE: WorldChanges = { clears: true, puts: [], deletes: [], due: undefined }

/** Keeps the worlds of a server in a storage: loads each when it is first asked for, and saves what it changes. */
export class Keeper implements WorldsKeeper {
  readonly #storage: Storage
  readonly #worlds: Worlds
  readonly #callbacksOf: KeeperOptions['callbacksOf']
  /** Worlds that are being opened. */
  readonly #opening = new Map<string, Promise<ForeignWorld | undefined>>()
  readonly #saves: SaveQueue
  /** Worlds that are being unloaded. */
  readonly #leaving = new Map<string, Promise<void>>()
  readonly #recordings = new Map<string, WorldRecording>()
  /** Worlds of this process that are not kept yet. */
  readonly #fresh = new BoundedMap<string, true>(MOST_FRESH)
  readonly #uses = new WorldUses()
  #use: KeeperUse | undefined
  #kept: KeptWorlds | undefined
  #endLooking = () => {}
  #isSuspended = false
  #hasClosed = false

  constructor ({ callbacksOf, storage, worlds }: KeeperOptions) {
    this.#storage = storage
    this.#worlds = worlds
    this.#callbacksOf = callbacksOf
    // What cannot be saved did not happen: the world is loaded anew.
    this.#saves = new SaveQueue(storage, name => this.#giveUp(name))
    worlds.keeper = this
    this.#fresh.evicted = name => { storage.release(name).catch(() => {}) }
  }

  /** Uses definitions from now on. The first time, it loads the worlds whose next task is due. */
  use (use: KeeperUse): void {
    const isFirst = this.#use === undefined
    this.#use = use
    this.#kept = createKeptWorlds(use, { worlds: this.#worlds, callbacksOf: this.#callbacksOf })
    if (isFirst) this.#look()
  }

  /** Tells an observer of each save from now on. */
  observe (observer: SaveObserver): void {
    this.#saves.observer = observer
  }

  /** The processes that share the worlds; `undefined` where this one has them for itself. */
  get replicas (): Replicas | undefined {
    return this.#storage.replicas
  }

  /** Why worlds cannot be kept now; `undefined` where they can. */
  get failure (): string | undefined {
    return this.#storage.failure
  }

  /**
   * Makes a world usable in this process: loads it where it is kept. Returns the process that uses it where that is
   * another one, `undefined` where it is this one; a promise where that takes time. It rejects with
   * `StorageUnavailable`, `StoredWorldUnreadable` or `ResourcesFull`.
   */
  open (name: string): Promise<ForeignWorld | undefined> | undefined {
    const opening = this.#opening.get(name)
    if (opening !== undefined) return opening
    if (this.#recordings.has(name) || this.#fresh.has(name)) {
      const isOwn = this.#storage.isOwn(name)
      if (isOwn === true) return undefined
      return Promise.resolve(isOwn).then(own => own ? undefined : this.#reopen(name))
    }
    return this.#openOnce(name)
  }

  /** Counts a request that uses a world, which is not unloaded meanwhile. Returns a function that ends the use. */
  hold (name: string): () => void {
    const end = this.#uses.add(name)
    return () => {
      if (end()) this.#worlds.evictExcess()
    }
  }

  /** Hands all worlds over to the other processes that share them, if there are any: this one ends soon. */
  async handOver (): Promise<void> {
    const { replicas } = this.#storage
    if (replicas === undefined || (await replicas.list()).length === 0) return
    await replicas.leave()
    const names = new Set([...this.#recordings.keys(), ...this.#fresh.keys()])
    await Promise.all(Array.from(names, name => this.#handOver(name)))
  }

  /** Returns what records a world of this process; `undefined` where it is not used yet. */
  recordingOf (name: string): Recording | undefined {
    return this.#recordings.get(name)
  }

  /** Resolves when all that has changed in a world is saved, its deletion too. Rejects as `Recording.saved` does. */
  async settled (name: string): Promise<void> {
    await this.#recordings.get(name)?.saved()
    await this.#saves.done(name)
  }

  /** Lists the names of all worlds that are kept. */
  async list (): Promise<readonly string[]> {
    return await this.#storage.list()
  }

  began (world: World): void {
    const { name } = world
    this.#fresh.delete(name)
    const recording = this.#record(world)
    this.#kept?.begin(world, recording)
  }

  ends (world: World, why: WorldEnd): void {
    const { name } = world
    const recording = this.#recordings.get(name)
    this.#recordings.delete(name)
    if (why === 'evicted') {
      if (recording !== undefined) this.#unload(name, recording)
      return
    }
    recording?.discard()
    world.record(undefined)
    this.#fresh.set(name, true)
    if (why === 'deleted') this.#saves.save(name, ALL_GONE).catch(error => this.#use?.failed(error))
  }

  /** Has each world of this process kept as one of the documents that are served now. */
  migrated (): void {
    for (const name of this.#recordings.keys()) {
      const world = this.#worlds.find(name)
      const recording = this.#recordings.get(name)
      if (world !== undefined && recording !== undefined) this.#kept?.migrated(world, recording)
    }
  }

  rejectUnloaded (name: string): void {
    if (!this.#fresh.has(name)) throw new WorldNotLoaded(name)
  }

  /** Deletes a world that is kept and not loaded, as it cannot be. Returns whether there is one. */
  async deleteUnloaded (name: string): Promise<boolean> {
    const names = await this.#storage.list()
    if (!names.includes(name)) return false
    await this.#saves.save(name, ALL_GONE)
    this.#fresh.set(name, true)
    return true
  }

  /** Loads no more worlds for their tasks, as the process ends. */
  suspend (): void {
    this.#isSuspended = true
    this.#endLooking()
  }

  /** Saves everything, gives all worlds back, and closes the storage. */
  async close (): Promise<void> {
    if (this.#hasClosed) return
    this.#hasClosed = true
    this.suspend()
    const names = [...this.#recordings.keys()]
    await Promise.allSettled([...this.#recordings.values()].map(recording => recording.finish()))
    await Promise.allSettled([this.#saves.end(), ...this.#leaving.values()])
    await Promise.allSettled([...names, ...this.#fresh.keys()].map(name => this.#storage.release(name)))
    await this.#storage.close()
  }

  #record (world: World): WorldRecording {
    const { name } = world
    const recording = new WorldRecording(world, {
      save: changes => this.#saves.save(name, changes),
      fail: error => this.#saves.fail(name, error),
      isIdle: () => !this.#uses.has(name) && !world.schedule.isRunning,
      confirm: () => this.#confirm(name)
    })
    this.#recordings.set(name, recording)
    world.record(recording)
    return recording
  }

  #openOnce (name: string): Promise<ForeignWorld | undefined> {
    const opening = this.#opening.get(name) ?? this.#load(name).finally(() => this.#opening.delete(name))
    this.#opening.set(name, opening)
    return opening
  }

  async #load (name: string): Promise<ForeignWorld | undefined> {
    // What was unloaded is saved and given back before it is loaded again.
    await this.#leaving.get(name)
    await this.#saves.done(name).catch(() => {})
    const opened = await this.#storage.open(name)
    if (opened.kind === 'foreign') return opened
    if (opened.parts.length === 0) {
      this.#fresh.set(name, true)
      return undefined
    }
    try {
      this.#kept?.load(name, opened.parts, world => this.#record(world))
    } catch (error) {
      this.#recordings.get(name)?.discard()
      this.#recordings.delete(name)
      throw error
    }
    return undefined
  }

  /** Hands a world over once the requests that use it are done; those that come meanwhile wait. */
  async #handOver (name: string): Promise<void> {
    const moved = this.#leave(name, this.#uses.current(name))
    const opening = moved.then(() => this.#load(name)).finally(() => this.#opening.delete(name))
    this.#opening.set(name, opening)
    await opening.catch(() => {})
  }

  async #leave (name: string, isUsed: () => boolean): Promise<void> {
    const startedAt = stopwatch()
    while (isUsed() && stopwatch() - startedAt < LEAVING_MS) await pause(LOOK_WHILE_LEAVING_MS)
    const recording = this.#recordings.get(name)
    this.#fresh.delete(name)
    this.#worlds.unload(name)
    await recording?.saved()
    await this.#storage.release(name)
  }

  /** Saves what is left of a world, and gives it back. */
  #unload (name: string, recording: WorldRecording): void {
    const left = recording.finish().then(() => this.#storage.release(name)).catch(() => {}).finally(() => {
      if (this.#leaving.get(name) === left) this.#leaving.delete(name)
    })
    this.#leaving.set(name, left)
  }

  /** Gives up a world that another process may have taken over, and opens it anew. */
  #reopen (name: string): Promise<ForeignWorld | undefined> {
    this.#giveUp(name)
    return this.#openOnce(name)
  }

  /** Rejects with `WorldMoved` where this process may not use a world any more; returns nothing where it may. */
  #confirm (name: string): Promise<void> | undefined {
    const isOwn = this.#storage.isOwn(name)
    if (isOwn === true) return undefined
    return Promise.resolve(isOwn).then(own => {
      if (own) return
      this.#giveUp(name)
      throw new WorldMoved(name)
    })
  }

  #giveUp (name: string): void {
    this.#recordings.get(name)?.giveUp(new WorldMoved(name))
    this.#fresh.delete(name)
    this.#worlds.unload(name)
    this.#recordings.delete(name)
  }

  /** Loads the worlds whose next task is due, now and from time to time. */
  async #look (): Promise<void> {
    const names = await this.#storage.listDue(systemTime()).catch(() => [])
    for (const name of names) {
      if (this.#isSuspended) return
      if (this.#recordings.has(name)) continue
      await this.open(name)?.catch(error => this.#use?.failed(error))
    }
    if (!this.#isSuspended) this.#endLooking = setTimer(LOOK_EVERY_MS, () => { this.#look() })
  }
}
