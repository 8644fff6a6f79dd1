import { progressFrom, positionOf, startProgress } from '../simulation/progress.ts'
import type { ResourceTypes } from '../simulation/timeline.ts'
import type { Progress, Resource } from '../worlds/resource.ts'
import type { World } from '../worlds/world.ts'
import type { Dropped } from './dropped.ts'
import type { ResourceType } from '../simulation/scope.ts'

/** Has the resources of a world live by other types; those whose type is gone are forgotten. */
export function carryResources (world: World, types: ResourceTypes): Dropped[] {
  const forgotten = world.store.retainTypes(new Set(types.keys()))
  // Whatever waits for them sees by this that they are gone.
  for (const resource of forgotten) resource.progress = { ...resource.progress, stages: [], stage: 0 }
  const restarted = world.store.list().filter(resource => {
    const type = types.get(resource.type)
    return type !== undefined && !keepsStatus(resource, type, world)
  })
  return [
    ...forgotten.map(({ type }) => ({ kind: 'resource', of: type, world: world.name } as const)),
    ...restarted.map(({ type }) => ({ kind: 'status', of: type, world: world.name } as const))
  ]
}

/** Puts a resource on a way that its type knows; tells whether it could keep its status. */
function keepsStatus (resource: Resource, type: ResourceType, world: World): boolean {
  const { progress } = resource
  if (progress.stages.every(({ status }) => type.statuses.has(status)) && (progress.stages.length > 0 || type.statuses.size === 0)) return true
  const now = world.clock.now()
  const { since, status } = positionOf(resource, type, now)
  const kept = status === undefined ? undefined : courseThrough(status, resource, type, since)
  resource.progress = kept ?? startProgress(type, world.settings, now)
  return kept !== undefined || status === undefined
}

/** The way of the same name, or else the first, that leads through a status. */
function courseThrough (status: string, resource: Resource, type: ResourceType, since: number): Progress | undefined {
  const stages = type.lifecycles.get(resource.progress.lifecycle) ?? []
  return progressFrom({ ...resource, progress: { ...resource.progress, stages } }, type, status, since)
}
