import { positionOf } from '../simulation/position.ts'
import type { Position } from '../simulation/position.ts'
import type { ResourceTypes } from '../simulation/scope.ts'
import type { Resource } from '../worlds/resource.ts'
import type { Task } from '../worlds/schedule.ts'
import type { World } from '../worlds/world.ts'
import { DueQueue } from './due-queue.ts'

/** A move of a resource to another position on its lifecycle. */
export interface StatusMove {
  /** In milliseconds since 1970, by the clock of the world. */
  readonly at: number
  readonly resource: Resource
  /** The status before; `undefined` where it had none. */
  readonly from: string | undefined
  readonly to: Position
}

/**
 * Tells how the resources of a world move, also by the clock: statuses follow from it when they are read, so that a
 * task of the world waits for the next of them.
 */
export class StatusMoves {
  readonly #world: World
  readonly #types: ResourceTypes
  readonly #tell: (move: StatusMove) => void
  /** Where each resource was when it was last looked at. */
  readonly #known = new Map<Resource, Position>()
  readonly #due = new DueQueue<Resource>()
  #task: Task | undefined

  constructor (world: World, types: ResourceTypes, tell: (move: StatusMove) => void) {
    this.#world = world
    this.#types = types
    this.#tell = tell
    const now = world.clock.now()
    for (const resource of world.store.list()) this.#place(resource, this.#positionAt(resource, now))
    this.#arm()
  }

  /** Follows a resource from now on. Returns where it is. */
  add (resource: Resource): Position {
    const position = this.#positionAt(resource, this.#world.clock.now())
    this.#place(resource, position)
    this.#arm()
    return position
  }

  /** Tells where a resource is that was changed, if that is elsewhere. */
  look (resource: Resource): void {
    const now = this.#world.clock.now()
    const before = this.#known.get(resource)
    const to = this.#positionAt(resource, now)
    if (before === undefined || isSame(before, to)) return
    this.#place(resource, to)
    this.#tell({ at: now, resource, from: before.status, to })
    this.#arm()
  }

  /** Follows a resource no longer. Returns the status that it had. */
  remove (resource: Resource): string | undefined {
    const status = this.#known.get(resource)?.status
    this.#known.delete(resource)
    this.#arm()
    return status
  }

  stop (): void {
    if (this.#task !== undefined) this.#world.schedule.remove(this.#task)
    this.#task = undefined
    this.#known.clear()
    this.#due.clear()
  }

  #positionAt (resource: Resource, now: number): Position {
    const type = this.#types.get(resource.type)
    if (type !== undefined) return positionOf(resource, type, now)
    return { status: undefined, stage: 0, since: resource.created, until: undefined }
  }

  #place (resource: Resource, position: Position): void {
    this.#known.set(resource, position)
    if (position.until !== undefined) this.#due.add({ at: position.until, item: resource })
  }

  /** Tells the moves that the clock has brought about. */
  #settle (now: number): void {
    for (let next = this.#nextDue(); next !== undefined && next.at <= now; next = this.#nextDue()) {
      const { at, item: resource } = next
      const from = this.#known.get(resource)?.status
      const to = this.#positionAt(resource, at)
      this.#due.take()
      this.#place(resource, to)
      this.#tell({ at, resource, from, to })
    }
  }

  /** Returns what is due first; what has been moved or removed in the meantime is left out. */
  #nextDue () {
    for (let { first } = this.#due; first !== undefined; { first } = this.#due) {
      if (this.#known.get(first.item)?.until === first.at) return first
      this.#due.take()
    }
    return undefined
  }

  /** Has the world wait for the next move. */
  #arm (): void {
    const at = this.#nextDue()?.at
    if (at === this.#task?.at) return
    const { clock, schedule } = this.#world
    if (this.#task !== undefined) schedule.remove(this.#task)
    this.#task = undefined
    if (at === undefined) return
    const run = async (): Promise<void> => {
      this.#task = undefined
      this.#settle(clock.now())
      this.#arm()
    }
    this.#task = { at, run }
    schedule.add(this.#task)
  }
}

function isSame (a: Position, b: Position): boolean {
  return a.status === b.status && a.since === b.since && a.until === b.until
}
