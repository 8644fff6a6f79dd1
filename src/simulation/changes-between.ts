import type { Resource } from '../worlds/resource.ts'
import type { ResourceType, ResourceTypes } from './scope.ts'
import { positionOf } from './position.ts'
import { whenOutOf } from './when-in.ts'
import { runningAt } from './running-at.ts'

/** A change of a resource's status by the clock. */
export interface Change {
  /** In milliseconds since 1970. */
  readonly at: number
  readonly resource: Resource
  readonly from: string
  readonly to: string
}

/** Lists the changes of status after one instant and up to another, in order of time. */
export function changesBetween (
  resources: readonly Resource[],
  types: ResourceTypes,
  from: number,
  to: number
): Change[] {
  return resources
    .flatMap(resource => changesOf(resource, types.get(resource.type), from, to))
    .sort((a, b) => a.at - b.at || a.resource.number - b.resource.number)
}

/** Returns when the clock next changes the status of a resource; `undefined` where it changes none. */
export function nextChange (
  resources: readonly Resource[],
  types: ResourceTypes,
  now: number
): number | undefined {
  return resources.reduce<number | undefined>((next, resource) => {
    const type = types.get(resource.type)
    const until = type && positionOf(resource, type, now).until
    return next === undefined || (until !== undefined && until < next) ? until : next
  }, undefined)
}

/**
 * Returns the first instant at which no resource is in a running status, except those that the clock does not
 * move.
 */
export function idleAt (resources: readonly Resource[], types: ResourceTypes, now: number): number {
  // While one job runs, another may start: the wait is for that one, too.
  for (let instant = now; ;) {
    const ends = runningAt(resources, types, instant).map(({ resource, type }) =>
      whenOutOf(type.running, resource, type, instant) ?? instant)
    const latest = ends.reduce((latest, end) => Math.max(latest, end), instant)
    if (latest === instant) return instant
    instant = latest
  }
}

function changesOf (resource: Resource, type: ResourceType | undefined, from: number, to: number): Change[] {
  const changes: Change[] = []
  if (type === undefined) return changes
  let position = positionOf(resource, type, from)
  while (position.until !== undefined && position.until <= to) {
    const next = positionOf(resource, type, position.until)
    if (position.status !== undefined && next.status !== undefined) {
      changes.push({
        at: position.until,
        resource,
        from: position.status,
        to: next.status
      })
    }
    position = next
  }
  return changes
}
