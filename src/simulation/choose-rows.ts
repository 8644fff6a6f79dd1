import type { Resource } from '../worlds/resource.ts'
import { filterBy } from './find-many.ts'
import { positionOf } from './position.ts'
import type { NewResource, ResourceType, Scope } from './scope.ts'
import { withoutDeclared } from './shown-members.ts'
import { subjectOf } from './subject-of.ts'
import type { Condition } from './where.ts'

/** Which resources are the rows of others. */
export interface RowChoice {
  /** Returns the type of the rows: types may be declared in any order. */
  readonly typeOfRows: () => ResourceType | undefined
  readonly conditions: readonly Condition[]
  /** The statuses in which resources are taken; all where it is undefined. */
  readonly whileIn: ReadonlySet<string> | undefined
}

/**
 * Chooses the resources that are the rows of a new resource's files, as they are now: a job has no moment of its own
 * at which it ends, while the request that creates it comes at a known one.
 */
export function chooseRows (
  { conditions, typeOfRows, whileIn }: RowChoice,
  resource: NewResource,
  type: ResourceType,
  scope: Scope
): readonly Resource[] {
  const ofRows = typeOfRows()
  if (ofRows === undefined) return []
  const { now, world } = scope
  const own = withoutDeclared(subjectOf({ ...resource, id: resource.id ?? '', number: 0 }, type, now), scope)
  const filters: Array<(resource: Resource) => boolean> = []
  for (const [name, value] of conditions) {
    const wanted = value(own)
    if (wanted === undefined) continue
    filters.push(name === ofRows.idMember ? filterById(wanted, ofRows) : filterBy(name, wanted, ofRows, now))
  }
  if (whileIn !== undefined) {
    filters.push(resource => whileIn.has(positionOf(resource, ofRows, now).status ?? ''))
  }
  return world.store.list(ofRows.id)
    .filter(resource => filters.every(filter => filter(resource)))
    // Its store changes a resource in place.
    .map(resource => ({ ...resource, rows: undefined }))
}

/** Creates the test of resources that have one of some ids, whether these are numbers or texts. */
function filterById (value: unknown, type: ResourceType): (resource: Resource) => boolean {
  const wanted = new Set((Array.isArray(value) ? value : [value]).map(String))
  return resource => wanted.has(String(type.showId(resource)))
}
