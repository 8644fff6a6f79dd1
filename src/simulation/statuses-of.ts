import type { Resource } from '../worlds/resource.ts'
import { positionOf } from './position.ts'
import type { ResourceType } from './scope.ts'

/** A status of a resource, for as long as the clock leaves it there. */
export interface StatusSpan {
  readonly status: string
  /** In milliseconds since 1970. */
  readonly since: number
  /** When the clock moves it on; `undefined` where the clock alone will not. */
  readonly until: number | undefined
}

/**
 * Lists the statuses of a resource since it was last put into one other than by the clock, with those that the clock
 * will bring. It is empty for a type without lifecycles.
 */
export function statusesOf (resource: Resource, type: ResourceType): StatusSpan[] {
  const spans: StatusSpan[] = []
  let instant: number | undefined = resource.progress.since
  while (instant !== undefined) {
    const { since, status, until } = positionOf(resource, type, instant)
    if (status !== undefined) spans.push({ status, since, until })
    instant = until
  }
  return spans
}
