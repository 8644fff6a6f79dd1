import type { Resource } from '../worlds/resource.ts'
import { positionOf } from './position.ts'
import type { Position } from './position.ts'
import type { ResourceType } from './scope.ts'

type Statuses = ReadonlySet<string>

/** Returns when the clock brings a resource into one of some statuses; `undefined` where it never does. */
export function whenIn (
  statuses: Statuses,
  resource: Resource,
  type: ResourceType,
  now: number
): number | undefined {
  return whenFirst(status => statuses.has(status), resource, type, now)
}

/** Returns when the clock has brought a resource out of some statuses; `undefined` where it never does. */
export function whenOutOf (
  statuses: Statuses,
  resource: Resource,
  type: ResourceType,
  now: number
): number | undefined {
  return whenFirst(status => !statuses.has(status), resource, type, now)
}

/** Returns whether a resource may still come to one of some statuses, whatever moves it there. */
export function mayComeTo (statuses: Statuses, resource: Resource, { stage }: Position): boolean {
  return resource.progress.stages.some(({ status }, index) => index >= stage && statuses.has(status))
}

function whenFirst (
  isSought: (status: string) => boolean,
  resource: Resource,
  type: ResourceType,
  now: number
): number | undefined {
  let instant = now
  for (;;) {
    const { status, since, until } = positionOf(resource, type, instant)
    if (status === undefined) return undefined
    if (isSought(status)) return instant === now ? Math.min(since, now) : since
    if (until === undefined) return undefined
    instant = until
  }
}
