import type { ResourceTypes } from '../simulation/scope.ts'
import { formatInstant, setTimer } from '../worlds/clock.ts'
import type { World } from '../worlds/world.ts'
import type { WorldEnd, Worlds, WorldsWatcher } from '../worlds/worlds.ts'
import { EventLog } from './event-log.ts'
import type { EventLogOptions } from './event-log.ts'
import { watchWorld } from './watch-world.ts'

/** How long events are kept for readers that come back, after the last one has gone, in real milliseconds. */
const LINGER_MS = 60_000

/**
 * Watches the worlds of a server for as long as somebody reads its events, and a while longer: a reader that comes back
 * misses nothing. Otherwise nothing is watched.
 */
export class EventHub implements WorldsWatcher {
  readonly #worlds: Worlds
  readonly #options: EventLogOptions
  readonly #watched = new Map<World, () => void>()
  readonly #readers = new Set<() => void>()
  #types: ResourceTypes = new Map()
  #log: EventLog | undefined
  #stopTimer = (): void => {}
  #hasStopped = false

  constructor (worlds: Worlds, options: EventLogOptions = {}) {
    this.#worlds = worlds
    this.#options = options
  }

  /** Follows resources of these types from now on: those of a server that was reloaded are others. */
  use (types: ResourceTypes): void {
    this.#types = types
    for (const world of [...this.#watched.keys()]) {
      this.#leave(world)
      this.#watch(world)
    }
  }

  /**
   * Adds a reader, with a function to call when the server stops. Returns the log, and a function that removes the
   * reader.
   */
  join (stopped: () => void): { readonly log: EventLog, readonly leave: () => void } {
    this.#stopTimer()
    if (this.#hasStopped) setImmediate(stopped)
    this.#readers.add(stopped)
    const log = this.#log ??= this.#begin()
    const leave = (): void => {
      if (!this.#readers.delete(stopped) || this.#readers.size > 0) return
      this.#stopTimer = setTimer(LINGER_MS, () => this.#end())
    }
    return { log, leave }
  }

  worldBegan (world: World, isReset: boolean): void {
    this.#addWorldEvent(world, isReset ? 'reset' : 'created')
    this.#watch(world)
  }

  worldEnds (world: World, why: WorldEnd): void {
    this.#leave(world)
    if (why !== 'reset') this.#addWorldEvent(world, 'dropped', why)
  }

  stopped (): void {
    this.#hasStopped = true
    for (const stopped of [...this.#readers]) stopped()
    this.#end()
  }

  #begin (): EventLog {
    const log = new EventLog(this.#options)
    this.#log = log
    this.#worlds.watcher = this
    for (const world of this.#worlds.list()) this.#watch(world)
    return log
  }

  #end (): void {
    this.#stopTimer()
    this.#worlds.watcher = undefined
    for (const world of [...this.#watched.keys()]) this.#leave(world)
    this.#log = undefined
  }

  #watch (world: World): void {
    if (this.#log !== undefined) this.#watched.set(world, watchWorld(world, this.#types, this.#log))
  }

  #leave (world: World): void {
    this.#watched.get(world)?.()
    this.#watched.delete(world)
  }

  #addWorldEvent ({ clock, name }: World, event: string, reason: string | null = null): void {
    const at = formatInstant(clock.now())
    this.#log?.add('world', name, () => ({ kind: 'world', event, world: name, at, reason }))
  }
}

const hubs = new WeakMap<Worlds, EventHub>()

/** Returns the hub of the worlds of a server. */
export function eventHubOf (worlds: Worlds): EventHub {
  const known = hubs.get(worlds)
  if (known !== undefined) return known
  const hub = new EventHub(worlds)
  hubs.set(worlds, hub)
  return hub
}
