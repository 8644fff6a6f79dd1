import { EXACT_PATHS } from '../contract/path-matching.ts'
import type { PathMatching } from '../contract/path-matching.ts'
import { InvalidWorldName } from '../errors.ts'
import { Memory } from './memory.ts'
import { Observers } from './observers.ts'
import { World } from './world.ts'
import type { WorldOptions } from './world.ts'
import type { ResourceIndex } from './resource-verbs.ts'

/** The world of a request that names none. */
export const DEFAULT_WORLD = 'default'

/** The form of a world's name, as a part of a regular expression. It needs no escapes in a URL or a header. */
export const WORLD_NAME = '[A-Za-z0-9][A-Za-z0-9._-]{0,63}'

const NAME = new RegExp(`^${WORLD_NAME}$`)

export interface WorldsOptions extends WorldOptions {
  /** How many worlds there may be. Past it, the least recently used is dropped. */
  readonly maxWorlds: number
}

/** The start of every new world. */
export interface WorldStart {
  /** How its clock starts, where it does not start as the options say. */
  readonly clock: Partial<Pick<WorldOptions, 'startsAt' | 'clockMode'>>
  /** Prepares a new world before anything else uses it. */
  begin (world: World): void
}

/** Functions that are called for the worlds of a server, while somebody follows them. */
export interface WorldsWatcher {
  /** Called for a world that is used for the first time; `isReset` where it takes the place of one that was reset. */
  worldBegan (world: World, isReset: boolean): void
  /** Called for a world before it ends. */
  worldEnds (world: World, why: WorldEnd): void
  /** Called when the server stops. */
  stopped (): void
}

export type WorldEnd = 'deleted' | 'evicted' | 'reset'

/** Keeps worlds beyond this process. */
export interface WorldsKeeper {
  /** Called for a world that is used for the first time, or takes the place of one that was reset. */
  began (world: World): void
  /** Called for a world before it ends. */
  ends (world: World, why: WorldEnd): void
  /** Throws `WorldNotLoaded` where a world with a name is kept that this process has not loaded. */
  rejectUnloaded (name: string): void
}

/** The world like which new ones start. */
interface Model {
  readonly name: string
  startLike (model: World): WorldStart
}

/** What a world inherits from the one that it goes on from, beside its state. */
type Inherited = Pick<WorldOptions, 'locale' | 'seedText'>

/** Gives a new world its state. */
type Fill = (world: World) => void

/** The worlds of a server. Each is created when it is first used. */
export class Worlds {
  #options: WorldsOptions
  // A Map keeps the order of insertion: the least recently used is first.
  readonly #worlds = new Map<string, World>()
  /** Worlds that nothing but reading requests has named, the least recently read first. */
  readonly #drafts = new Map<string, World>()
  #latest: World | undefined
  #start: WorldStart | undefined
  #model: Model | undefined
  /** The memory for what all worlds keep of requests. */
  readonly memory: Memory
  /** Who is told of the exchanges of all worlds. */
  readonly observers: Observers
  /** How paths match those of documents. */
  readonly paths: PathMatching
  /** How many worlds were dropped to make room. */
  dropped = 0
  /** The functions to call for what becomes of worlds; `undefined` while nobody follows them. */
  watcher: WorldsWatcher | undefined
  /** Keeps the worlds beyond this process; `undefined` where they live in memory only. */
  keeper: WorldsKeeper | undefined

  constructor (options: WorldsOptions) {
    this.memory = options.memory ?? new Memory()
    this.observers = options.observers ?? new Observers()
    this.paths = options.paths ?? EXACT_PATHS
    this.#options = { ...options, memory: this.memory, observers: this.observers }
  }

  /** Returns the world with a name, and creates it where there is none. Throws `InvalidWorldName`. */
  get (name: string): World {
    return this.#latest?.name === name ? this.#latest : this.#use(name, false)
  }

  /**
   * Returns the world with a name. Where there is none, it returns a draft that becomes the world on first use:
   * requests that only read evict drafts, but no world. Throws `InvalidWorldName`.
   */
  read (name: string): World {
    if (this.#worlds.has(name)) return this.get(name)
    const draft = this.#drafts.get(name) ?? this.#create(name)
    this.#drafts.delete(name)
    const [longestUnread] = this.#drafts.keys()
    if (longestUnread !== undefined && this.#drafts.size >= this.#options.maxWorlds) this.#deleteDraft(longestUnread)
    this.#drafts.set(name, draft)
    return draft
  }

  /** Replaces a world by a new one with its name. */
  reset (name: string): World {
    this.#deleteDraft(name)
    return this.#use(name, this.#end(name, 'reset'))
  }

  /**
   * Puts a new world in the place of any with its name. `fill` gives it its state before anything else uses it: what
   * that throws is thrown, and nothing is replaced. Throws `InvalidWorldName`.
   */
  replace (name: string, options: Inherited, fill: Fill): World {
    rejectInvalidName(name)
    const world = this.#createFilled(name, options, fill)
    this.#deleteDraft(name)
    const wasUsed = this.#end(name, 'reset')
    this.#drafts.set(name, world)
    return this.#use(name, wasUsed)
  }

  /**
   * Adds a world that is kept elsewhere, unless there is one with its name. `fill` gives it its state before anything
   * else uses it: what that throws is thrown, and nothing is added.
   */
  adopt (name: string, options: Inherited, fill: Fill): void {
    if (this.#worlds.has(name)) return
    const world = this.#createFilled(name, options, fill)
    this.#deleteDraft(name)
    this.#evictPast(this.#options.maxWorlds - 1)
    this.#worlds.set(name, world)
    this.watcher?.worldBegan(world, false)
  }

  /** Evicts worlds past the number that there may be, which could not be before as they were in use. */
  evictExcess (): void {
    this.#evictPast(this.#options.maxWorlds)
  }

  /** Ends the world of this process with a name; a keeper keeps it. Returns whether there was one. */
  unload (name: string): boolean {
    return this.#end(name, 'evicted')
  }

  /** Returns the world with a name that is in use; `undefined` where there is none. */
  find (name: string): World | undefined {
    return this.#worlds.get(name)
  }

  /** Returns whether there was one. */
  delete (name: string): boolean {
    const hadDraft = this.#deleteDraft(name)
    return this.#end(name, 'deleted') || hadDraft
  }

  /** Lists the worlds that were used, the least recently used first. */
  list (): World[] {
    return [...this.#worlds.values()]
  }

  /** Lists the worlds that were used or read. */
  listAll (): World[] {
    return [...this.#worlds.values(), ...this.#drafts.values()]
  }

  /**
   * Sets what every world that is created from now on starts with. Throws what `begin` throws for a new world.
   */
  startWith (start: WorldStart): void {
    this.#createWorld(DEFAULT_WORLD, start)
    this.#start = start
  }

  /** The name of the world like which new worlds start; `undefined` where they start as the options say. */
  get model (): string | undefined {
    return this.#model?.name
  }

  /** Has worlds that are created from now on start like another, as it is then; `undefined` ends that. */
  startLike (model: Model | undefined): void {
    this.#model = model
  }

  /** Keeps the resources of every world under other indexes from now on. */
  reindex (indexes: readonly ResourceIndex[]): void {
    this.#options = { ...this.#options, indexes }
    for (const world of this.listAll()) world.store.reindex(indexes)
  }

  close (): void {
    for (const world of this.listAll()) world.close()
    this.watcher?.stopped()
  }

  /** Returns the world with a name as the one that was used last; begins its use where there is none. */
  #use (name: string, isReset: boolean): World {
    const known = this.#worlds.get(name)
    const world = known ?? this.#begin(name)
    this.#worlds.delete(name)
    this.#worlds.set(name, world)
    this.#latest = world
    if (known === undefined) {
      this.keeper?.began(world)
      this.watcher?.worldBegan(world, isReset)
    }
    return world
  }

  /** Ends a world. Returns whether there was one. */
  #end (name: string, why: WorldEnd): boolean {
    const world = this.#worlds.get(name)
    if (world === undefined) return false
    this.observers.tellStubsEnd(world)
    this.watcher?.worldEnds(world, why)
    this.keeper?.ends(world, why)
    world.close()
    if (this.#latest === world) this.#latest = undefined
    return this.#worlds.delete(name)
  }

  /** Begins the use of a world: of its draft, or of a new one. */
  #begin (name: string): World {
    const world = this.#drafts.get(name) ?? this.#create(name)
    this.#drafts.delete(name)
    this.#evictPast(this.#options.maxWorlds - 1)
    return world
  }

  #deleteDraft (name: string): boolean {
    this.#drafts.get(name)?.close()
    return this.#drafts.delete(name)
  }

  #create (name: string): World {
    rejectInvalidName(name)
    this.keeper?.rejectUnloaded(name)
    return this.#createWorld(name, this.#likeModel(name) ?? this.#start)
  }

  #likeModel (name: string): WorldStart | undefined {
    if (this.#model === undefined || this.#model.name === name) return undefined
    const model = this.#worlds.get(this.#model.name) ?? this.#drafts.get(this.#model.name)
    return model && this.#model.startLike(model)
  }

  /** Creates a world that goes on from another. One that cannot be filled is closed, and the error thrown. */
  #createFilled (name: string, options: Inherited, fill: Fill): World {
    const world = new World(name, { ...this.#options, ...options })
    try {
      fill(world)
    } catch (error) {
      world.close()
      throw error
    }
    return world
  }

  #createWorld (name: string, start: WorldStart | undefined): World {
    const world = new World(name, { ...this.#options, ...start?.clock })
    start?.begin(world)
    return world
  }

  /**
   * Evicts the least recently used worlds past a number. One that is kept waits until nothing uses it, and until no
   * worlds start like it.
   */
  #evictPast (max: number): void {
    if (this.#worlds.size <= max) return
    for (const [name, { recording }] of this.#worlds) {
      if (this.#worlds.size <= max) return
      if (recording !== undefined && (!recording.isIdle || name === this.model)) continue
      this.#end(name, 'evicted')
      if (recording === undefined) this.dropped++
    }
  }
}

/** Returns whether a world can have a name. */
export function isWorldName (name: string): boolean {
  return NAME.test(name)
}

function rejectInvalidName (name: string): void {
  if (!isWorldName(name)) throw new InvalidWorldName(JSON.stringify(name.slice(0, 80)))
}
