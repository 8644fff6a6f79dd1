import type { Resource } from '../worlds/resource.ts'
import { progressAfterRead } from './progress.ts'
import type { ResourceType, Scope, Subject } from './scope.ts'
import { subjectOf } from './subject-of.ts'

/** Reads a resource for a request. The read counts for one that progresses by polls. */
export function read (resource: Resource, type: ResourceType, scope: Scope): Subject {
  if (typeof resource.progress.progression === 'object') countRead(resource, type, scope)
  return subjectOf(resource, type, scope.now)
}

function countRead (resource: Resource, type: ResourceType, { now, world }: Scope): void {
  const counted = world.store.update(type.id, resource.id, current => {
    const progress = progressAfterRead(current, type, now)
    return progress && { progress }
  })
  // A resource that has just come to another stage has no reads there.
  if (counted?.progress.reads === 0) world.moved(counted)
}
