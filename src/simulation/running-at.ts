import type { Resource } from '../worlds/resource.ts'
import { positionOf } from './position.ts'
import type { ResourceType, ResourceTypes } from './scope.ts'

/** A resource in a running status. */
export interface RunningResource {
  readonly resource: Resource
  readonly type: ResourceType
  readonly status: string
}

/** Lists the resources that are in a running status at an instant. */
export function runningAt (resources: readonly Resource[], types: ResourceTypes, instant: number): RunningResource[] {
  const running: RunningResource[] = []
  for (const resource of resources) {
    const type = types.get(resource.type)
    const status = type && positionOf(resource, type, instant).status
    if (type !== undefined && status !== undefined && type.running.has(status)) running.push({ resource, type, status })
  }
  return running
}
