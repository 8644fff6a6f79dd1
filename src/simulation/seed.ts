import { escapePointer } from '../documents/json-pointer.ts'
import { InvalidResource } from '../errors.ts'
import { createUnknown } from '../schemas/create-unknown.ts'
import type { Violation } from '../schemas/violation.ts'
import { createViolation } from '../schemas/create-violation.ts'
import { withViolations } from '../schemas/with-violations.ts'
import type { Resource } from '../worlds/resource.ts'
import type { Insertion } from '../worlds/store.ts'
import type { World } from '../worlds/world.ts'
import { progressFrom, startProgress } from './progress.ts'
import type { ResourceType } from './scope.ts'

/** What a resource is seeded with. */
export interface Seed {
  readonly members?: Readonly<Record<string, unknown>>
  readonly hidden?: Readonly<Record<string, unknown>>
  /** The status that it is put into; the first of its lifecycle where it is left out. */
  readonly status?: string
  /** The lifecycle that it takes; that of the world's settings where it is left out. */
  readonly lifecycle?: string
}

/** Puts a resource into a world, in the place of any with its id. Throws `InvalidResource` for what its type does not know. */
export function seedResource (type: ResourceType, id: string, seed: Seed, world: World): Resource {
  const violations = listSeedViolations(type, id, seed)
  if (violations.length > 0) throw withViolations(InvalidResource, violations)
  withdraw(type, id, world)
  const now = world.clock.now()
  const { resource } = world.store.insert({
    type: type.id,
    created: now,
    members: seed.members ?? {},
    hidden: seed.hidden ?? {},
    files: world.settings.resources[type.id]?.files,
    progress: startProgress(type, world.settings, now, seed.lifecycle),
    makeId: () => id
  }, []) as Extract<Insertion, { kind: 'inserted' }>  // without guards nothing is refused
  if (seed.status !== undefined) resource.progress = progressFrom(resource, type, seed.status, now) ?? resource.progress
  // What is put does not go when room is needed, as what requests create does.
  world.store.put(resource)
  return resource
}

/** Puts a resource into a status, from which it goes on. Throws `InvalidResource` where its type has no such status. */
export function forceStatus (resource: Resource, type: ResourceType, status: string, world: World): void {
  const progress = progressFrom(resource, type, status, world.clock.now())
  if (progress === undefined) throw withViolations(InvalidResource, [unknownStatus(type, status, type.statuses)])
  resource.progress = progress
  // Guards forget what has ended for good: putting it again lets them count it anew.
  world.store.put(resource)
  world.moved(resource)
}

/** Takes a resource out of a world; from then on its id does not exist, even if its type takes such ids to exist. */
export function removeResource (type: ResourceType, id: string, world: World): void {
  withdraw(type, id, world)
  world.store.delete(type.id, id)
}

/** Deletes a resource as a request asks for it; that its id does not exist need only be remembered where its type takes it to. */
export function deleteResource (type: ResourceType, id: string, world: World): void {
  withdraw(type, id, world)
  if (type.assumed(id) || type.assumed(Number(id))) world.store.delete(type.id, id)
  else world.store.forget(type.id, id)
}

/** Ends the way of a resource that is about to go, so that nothing waits for it any longer. */
function withdraw (type: ResourceType, id: string, world: World): void {
  const resource = world.store.get(type.id, id)
  if (typeof resource !== 'object') return
  resource.progress = { ...resource.progress, stages: [], stage: 0 }
  world.moved(resource)
}

/** Everything that is wrong with what a resource is to be seeded with. */
export function listSeedViolations (type: ResourceType, id: string, { lifecycle, members = {}, status }: Seed): Violation[] {
  const violations: Violation[] = []
  if (!fitsType(type, id)) violations.push(createViolation({ in: 'path', pointer: '/id' }, { rule: 'format', expected: `be an id of ${type.id}, a whole number without leading zeros` }, id))
  for (const [name, instead] of [[type.idMember, 'the id in the path'], [type.statusMember, '"status" beside "members"']]) {
    if (name === undefined || !Object.hasOwn(members, name)) continue
    violations.push(createViolation({ in: 'body', pointer: `/members/${escapePointer(name)}` }, { rule: 'reserved', expected: `not be present (give ${instead})` }, members[name]))
  }
  const stages = lifecycle === undefined ? undefined : type.lifecycles.get(lifecycle)
  if (lifecycle !== undefined && stages === undefined) {
    violations.push(createUnknown({ in: 'body', pointer: '/lifecycle' }, { what: `a lifecycle of ${type.id}`, word: lifecycle, known: type.lifecycles.keys() }))
  }
  const statuses = new Set(stages?.map(({ status }) => status) ?? type.statuses)
  if (status !== undefined && !statuses.has(status)) violations.push(unknownStatus(type, status, statuses))
  return violations
}

/** Ids that count up are numbers to clients: what would not come back as it was given is none. */
function fitsType (type: ResourceType, id: string): boolean {
  const shown = type.showId({ id } as Resource)  // nothing but the id is looked at
  return typeof shown !== 'number' || (Number.isSafeInteger(shown) && String(shown) === id)
}

/** Refuses a status that a type does not have: throws `InvalidResource`. */
export function unknownStatusOf (type: ResourceType, status: string): never {
  throw withViolations(InvalidResource, [unknownStatus(type, status, type.statuses)])
}

function unknownStatus (type: ResourceType, status: string, known: Iterable<string>): Violation {
  return createUnknown({ in: 'body', pointer: '/status' }, { what: `a status of ${type.id}`, word: status, known })
}
