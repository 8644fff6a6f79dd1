import type { Answer } from './answer.ts'
import { readProgression, textOf } from './read-field.ts'

export type ResourceTypes = Answer<'listResourceTypes'>['types']
export type ResourceSettings = Answer<'readSettings'>['resources'][string]
type Change = Record<string, unknown>

/** Returns what changed of the settings of the types of resources, as a merge patch. */
export function resourceChanges (
  form: FormData,
  now: Readonly<Record<string, ResourceSettings>>,
  types: ResourceTypes
): Change {
  const changes: Change = {}
  for (const type of types) {
    const given = readResource(form, type)
    const changed = changesOf(given, now[type.type] ?? {})
    if (Object.keys(changed).length > 0) changes[type.type] = changed
  }
  return changes
}

/** Lists the statuses that end by the clock: those that can last otherwise. */
export function timedStatuses ({ lifecycles }: ResourceTypes[number]): string[] {
  const timed = lifecycles.flatMap(({ statuses }) => statuses.filter(({ lasts }) => lasts !== null))
  return [...new Set(timed.map(({ status }) => status))]
}

function readResource (form: FormData, type: ResourceTypes[number]): Change {
  const field = (name: string): string | null => textOf(form, `${type.type} ${name}`) || null
  const number = (name: string): number | null => {
    const text = field(name)
    return text === null ? null : Number(text)
  }
  const durations = timedStatuses(type).map(status => [status, field(`lasts ${status}`)] as const)
  return {
    lifecycle: field('lifecycle'),
    progression: readProgression(form, `${type.type} progression`),
    durations: Object.fromEntries(durations),
    files: { count: number('count'), repeat: number('repeat') }
  }
}

/** Returns the members that differ; null stands for those that are not set. */
function changesOf (given: Change, now: Readonly<Record<string, unknown>>): Change {
  const changes: Change = {}
  for (const [name, value] of Object.entries(given)) {
    const before = now[name] ?? null
    if (name === 'durations' || name === 'files') {
      const changed = changesOf(value as Change, (before ?? {}) as Change)  // both are objects
      if (Object.keys(changed).length > 0) changes[name] = changed
    } else if (JSON.stringify(value) !== JSON.stringify(before)) changes[name] = value
  }
  return changes
}
