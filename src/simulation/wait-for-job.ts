import type { Resource } from '../worlds/resource.ts'
import type { Task } from '../worlds/schedule.ts'
import type { World } from '../worlds/world.ts'
import { positionOf } from './position.ts'
import type { ResourceType } from './scope.ts'
import { whenOutOf } from './when-in.ts'

/** A job that a request waits for. */
export interface AwaitedJob {
  readonly resource: Resource
  readonly type: ResourceType
  /** How long to wait at most, in milliseconds of the world's clock. */
  readonly waitMs: number
  readonly world: World
}

/**
 * Waits until a job has ended, the time is up or the world ends. Responds at that very instant of the clock, before the
 * clock goes on.
 */
export function waitForJob<Response> (
  { resource, type, waitMs, world }: AwaitedJob,
  respond: () => Response
): Promise<Response> {
  const { clock, schedule } = world
  const { promise, reject, resolve } = Promise.withResolvers<Response>()
  const latest = clock.now() + waitMs
  let task: Task | undefined
  const settle = (): void => {
    stop()
    try {
      resolve(respond())
    } catch (error) {
      reject(error)
    }
  }
  const follow = (): void => {
    const now = clock.now()
    if (!type.running.has(positionOf(resource, type, now).status ?? '')) return settle()
    const end = whenOutOf(type.running, resource, type, now) ?? latest
    if (task !== undefined) schedule.remove(task)
    task = { at: Math.min(end, latest), run: async () => settle() }
    schedule.add(task)
  }
  const ends = [
    world.progressed.add(moved => {
      if (moved === resource) follow()
    }),
    world.ended.add(settle)
  ]
  const stop = (): void => {
    if (task !== undefined) schedule.remove(task)
    for (const end of ends) end()
  }
  follow()
  return promise
}
