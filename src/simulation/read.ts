import type { Resource } from '../worlds/resource.ts'
import { countRead } from './progress.ts'
import type { ResourceType, Scope, Subject } from './scope.ts'
import { subjectOf } from './subject-of.ts'

/** A resource as a request finds it. The read counts for one that progresses by polls. */
export function read (resource: Resource, type: ResourceType, scope: Scope): Subject {
  if (countRead(resource, type, scope.now)) scope.world.moved(resource)
  return subjectOf(resource, type, scope.now)
}
