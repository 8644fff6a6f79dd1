import { maskValue } from '../journal/mask-value.ts'
import type { ResourceType, Scope, Subject } from '../simulation/scope.ts'
import { shownMembers } from '../simulation/shown-members.ts'
import { formatInstant, formatInstantOrNull } from '../worlds/clock.ts'
import { formatDuration } from '../worlds/duration.ts'
import type { Resource, Stage } from '../worlds/resource.ts'
import { listFiles } from '../simulation/open-files.ts'
import { positionOf } from '../simulation/position.ts'

/** Converts a resource for the admin API, with shown and hidden members. */
export function showResource (resource: Resource, type: ResourceType, scope: Scope): object {
  const { progress, created, hidden, id, number } = resource
  const position = positionOf(resource, type, scope.now)
  const subject: Subject = { resource, type, position }
  const { since, status, until } = position
  const hasFiles = status === undefined || type.files?.availableIn.has(status)
  return {
    type: type.id,
    id,
    number,
    created: formatInstant(created),
    status: status ?? null,
    since: formatInstant(since),
    until: formatInstantOrNull(until),
    lifecycle: status === undefined ? null : progress.lifecycle,
    progression: progress.progression,
    shown: maskValue(shownMembers(subject, scope)),
    hidden: maskValue(hidden),
    files: hasFiles ? listFiles(subject, scope) : []
  }
}

/** Converts a resource type for the admin API, with the number of its resources. */
export function showType (
  { defaultLifecycle, id, lifecycles, running }: ResourceType,
  count: number
): object {
  return {
    type: id,
    count,
    lifecycles: [...lifecycles].map(([name, stages]) => ({
      name,
      default: name === defaultLifecycle,
      statuses: stages.map(showStage)
    })),
    running: [...running]
  }
}

function showStage ({ ms, status }: Stage): object {
  return { status, lasts: ms === undefined ? null : formatDuration(ms) }
}
