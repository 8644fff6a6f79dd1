import { compileAll, compileEach } from '../simulation/declaration.ts'
import type { Declaration } from '../simulation/declaration.ts'
import { formatDuration } from '../worlds/duration.ts'
import type { Progression, LifecycleChoice } from '../worlds/settings.ts'
import type { ResourceType } from '../simulation/scope.ts'

/** The longest duration of a status, in milliseconds: about a thousand years. */
const LONGEST = 365_000 * 86_400_000

/** Parses `simulate`: the lifecycle of the resource that a request creates. */
export function parseLifecycleChoice (
  declaration: Declaration,
  creates: ResourceType | undefined
): LifecycleChoice {
  const { durations, lifecycle, progression } = declaration.members([
    'lifecycle',
    'durations',
    'progression'
  ])
  for (const part of [durations, lifecycle, progression]) {
    if (creates === undefined) {
      part?.refuse('needs an operation that creates a resource')
    }
  }
  const type = {
    id: creates?.id ?? '',
    lifecycles: creates?.lifecycles ?? new Map<string, never>(),
    statuses: creates?.statuses ?? new Set<string>()
  }
  const lifecycleChoice = compileEach({
    lifecycle: () => lifecycle?.word(`lifecycle of ${type.id}`, [...type.lifecycles.keys()]),
    durations: () => durations && parseDurations(durations, type),
    progression: () => progression && parseProgression(progression)
  })
  return {
    ...(lifecycleChoice.lifecycle !== undefined && { lifecycle: lifecycleChoice.lifecycle }),
    ...(lifecycleChoice.durations !== undefined && { durations: lifecycleChoice.durations }),
    ...(lifecycleChoice.progression !== undefined && { progression: lifecycleChoice.progression })
  }
}

function parseDurations (
  declaration: Declaration,
  { id, statuses }: Pick<ResourceType, 'id' | 'statuses'>
): Record<string, string> {
  return Object.fromEntries(
    compileAll(declaration.entries(), ([status, duration]) => {
      if (!statuses.has(status)) duration.refuseWord(`status of ${id}`, status, [...statuses])
      const milliseconds = duration.duration()
      if (milliseconds > LONGEST) duration.refuse('is longer than a thousand years')
      return [status, formatDuration(milliseconds)] as const
    })
  )
}

function parseProgression (declaration: Declaration): Progression {
  if (declaration.value === 'clock' || declaration.value === 'manual') return declaration.value
  if (typeof declaration.value === 'string') {
    return declaration.refuseWord('progression', declaration.value, ['clock', 'manual', 'polls'])
  }
  const { polls } = declaration.members(['polls'], ['polls'])
  return polls === undefined ? declaration.refuse('needs "polls"') : { polls: polls.integer(1) }
}
