import type { JsonObject } from '../documents/is-object.ts'
import type { JobType } from './job-type.ts'
import { listObjects } from './list-objects.ts'
import { isAccepted } from './observe.ts'
import type { Observed } from './observe.ts'

/** A resource as one response showed it. */
export interface Sighting {
  /** In milliseconds since 1970. */
  readonly at: number
  readonly status: string
  readonly value: JsonObject
}

/** A resource that was followed through a recording. */
export interface Tracked {
  readonly id: string
  /** The exchange that created it; `undefined` for one that was there before. */
  readonly created: Observed | undefined
  /** In the order of time. */
  readonly sightings: Sighting[]
}

/** Follows the resources of a type through a recording. */
export function trackResources (type: JobType, exchanges: readonly Observed[]): Tracked[] {
  const tracked = new Map<string, Tracked>()
  for (const exchange of exchanges) {
    if (!isAccepted(exchange)) continue
    const isCreation = type.creates.has(exchange.operation?.id ?? '')
    for (const { value } of listObjects(exchange.response.body)) {
      const id = idOf(value[type.id])
      const status = value[type.status]
      if (id === undefined || typeof status !== 'string') continue
      let resource = tracked.get(id)
      if (resource === undefined) {
        resource = { id, created: isCreation ? exchange : undefined, sightings: [] }
        tracked.set(id, resource)
      }
      resource.sightings.push({ at: exchange.seenAt, status, value })
    }
  }
  return [...tracked.values()]
}

/** Returns an id as text; `undefined` for what is none. */
export function idOf (value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
}
