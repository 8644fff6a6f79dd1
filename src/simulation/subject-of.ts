import type { Resource } from '../worlds/resource.ts'
import type { ResourceType, Subject } from './scope.ts'
import { positionOf } from './position.ts'

/** Returns a resource with its position at an instant, to be shown. */
export function subjectOf (resource: Resource, type: ResourceType, now: number): Subject {
  return { resource, type, position: positionOf(resource, type, now) }
}
