import { progressFrom, startProgress } from '../simulation/progress.ts'
import type { ResourceType, ResourceTypes } from '../simulation/scope.ts'
import type { Progress, Resource } from '../worlds/resource.ts'
import type { World } from '../worlds/world.ts'
import { positionOf } from '../simulation/position.ts'

/** The resources that a reload took something from. */
export interface ResourceLosses {
  /** Resources that were deleted, because their type is no longer declared. */
  readonly forgotten: readonly Resource[]
  /** Resources that start their lifecycle again, because their status is no longer declared. */
  readonly restarted: readonly Resource[]
}

/** Gives the resources of a world the types that are declared now. */
export function migrateResources (world: World, types: ResourceTypes): ResourceLosses {
  const forgotten = world.store.retainTypes(new Set(types.keys()))
  const restarted: Resource[] = []
  for (const resource of world.store.list()) {
    const type = types.get(resource.type)
    if (type !== undefined && !keepsStatus(resource, type, world)) restarted.push(resource)
  }
  return { forgotten, restarted }
}

/** Puts a resource on a lifecycle that its type declares, and returns whether it could keep its status. */
function keepsStatus (resource: Resource, type: ResourceType, world: World): boolean {
  if (isDeclared(resource.progress, type)) return true
  const now = world.clock.now()
  const { since, status } = positionOf(resource, type, now)
  const kept = status === undefined ? undefined : progressThrough(status, resource, type, since)
  const progress = kept ?? startProgress(type, world.settings, now)
  world.store.update(type.id, resource.id, () => ({ progress }))
  return kept !== undefined || status === undefined
}

/** Returns whether a type still declares every status of a lifecycle that a resource has begun. */
function isDeclared ({ stages }: Progress, { statuses }: ResourceType): boolean {
  if (stages.length === 0) return statuses.size === 0
  return stages.every(({ status }) => statuses.has(status))
}

/**
 * Returns the progress in a status by the lifecycle of the same name, or else by the first lifecycle that has
 * the status.
 */
function progressThrough (
  status: string,
  resource: Resource,
  type: ResourceType,
  since: number
): Progress | undefined {
  const stages = type.lifecycles.get(resource.progress.lifecycle) ?? []
  return progressFrom({ ...resource.progress, stages }, type, status, since)
}
