import { escapePointer } from '../documents/json-pointer.ts'
import { InvalidResource } from '../errors.ts'
import { createUnknown } from '../schemas/create-unknown.ts'
import type { Violation } from '../schemas/violation.ts'
import { createViolation } from '../schemas/create-violation.ts'
import { withViolations } from '../schemas/with-violations.ts'
import type { Resource } from '../worlds/resource.ts'
import type { World } from '../worlds/world.ts'
import { BLANK_REQUEST } from './blank-request.ts'
import { progressFrom, startProgress } from './progress.ts'
import { RowFiles } from './rows.ts'
import { rowsOf } from './rows-of.ts'
import { createScope } from './scope.ts'
import type { ResourceType } from './scope.ts'

/** The content of a resource that is seeded. */
export interface Seed {
  readonly members?: Readonly<Record<string, unknown>>
  readonly hidden?: Readonly<Record<string, unknown>>
  /** Its status; the first of its lifecycle where it is left out. */
  readonly status?: string
  /** The lifecycle that it follows; that of the world's settings where it is left out. */
  readonly lifecycle?: string
}

/**
 * Seeds a resource in a world, in the place of any with its id. Throws `InvalidResource` where its type rejects
 * it.
 */
export function seedResource (type: ResourceType, id: string, seed: Seed, world: World): Resource {
  const violations = listSeedViolations(type, id, seed)
  if (violations.length > 0) throw withViolations(InvalidResource, violations)
  const now = world.clock.now()
  const started = startProgress(type, world.settings, now, seed.lifecycle)
  const progress = seed.status === undefined
    ? started
    : progressFrom(started, type, seed.status, now) ?? started
  const draft = {
    type: type.id,
    id,
    created: now,
    members: seed.members ?? {},
    hidden: seed.hidden ?? {},
    files: world.settings.resources[type.id]?.files,
    progress
  }
  const scope = createScope(BLANK_REQUEST, world, { limits: new Map(), rowFiles: NO_ROWS })
  const { replaced, resource } = world.store.seed({ ...draft, rows: rowsOf(draft, type, scope) })
  if (replaced !== undefined) world.moved(replaced)
  return resource
}

const NO_ROWS = new RowFiles(undefined)

/**
 * Puts a resource into a status, from which it goes on. Throws `InvalidResource` where its type has no such
 * status.
 */
export function forceStatus (resource: Resource, type: ResourceType, status: string, world: World): void {
  const now = world.clock.now()
  const moved = world.store.update(type.id, resource.id, ({ progress }) => ({
    progress: progressFrom(progress, type, status, now) ?? unknownStatusOf(type, status)
  }))
  if (moved !== undefined) world.moved(moved)
}

/**
 * Removes a resource from a world: from then on its id does not exist, even if its type assumes that such ids
 * do.
 */
export function removeResource (type: string, id: string, world: World): void {
  const removed = world.store.delete(type, id)
  if (removed !== undefined) world.moved(removed)
}

/**
 * Deletes a resource for a request. Its id is remembered as absent only where its type would assume that it
 * exists.
 */
export function deleteResource (type: ResourceType, id: string, world: World): void {
  const { store } = world
  const isAssumed = type.assumed(id) || type.assumed(Number(id))
  const deleted = isAssumed ? store.delete(type.id, id) : store.forget(type.id, id)
  if (deleted !== undefined) world.moved(deleted)
}

/** Lists all violations of a seed. */
export function listSeedViolations (
  type: ResourceType,
  id: string,
  { lifecycle, members = {}, status }: Seed
): Violation[] {
  const violations: Violation[] = []
  if (!fitsType(type, id)) {
    violations.push(
      createViolation(
        { in: 'path', pointer: '/id' },
        { rule: 'format', expected: `be an id of ${type.id}, a whole number without leading zeros` },
        id
      )
    )
  }
  for (const [name, instead] of [
    [type.idMember, 'the id in the path'],
    [type.statusMember, '"status" beside "members"']
  ]) {
    if (name === undefined || !Object.hasOwn(members, name)) continue
    violations.push(
      createViolation(
        { in: 'body', pointer: `/members/${escapePointer(name)}` },
        { rule: 'reserved', expected: `not be present (give ${instead})` },
        members[name]
      )
    )
  }
  const stages = lifecycle === undefined ? undefined : type.lifecycles.get(lifecycle)
  if (lifecycle !== undefined && stages === undefined) {
    violations.push(
      createUnknown(
        { in: 'body', pointer: '/lifecycle' },
        { what: `a lifecycle of ${type.id}`, word: lifecycle, known: type.lifecycles.keys() }
      )
    )
  }
  const statuses = new Set(stages?.map(({ status }) => status) ?? type.statuses)
  if (status !== undefined && !statuses.has(status)) violations.push(unknownStatus(type, status, statuses))
  return violations
}

/**
 * Returns whether a type can have an id. Ids that count up are shown as numbers, which must give the same id
 * again.
 */
function fitsType (type: ResourceType, id: string): boolean {
  const shown = type.showId({ id } as Resource)  // it reads the id only
  const isWhole = typeof shown === 'bigint' || Number.isSafeInteger(shown)
  return typeof shown === 'string' || (isWhole && String(shown) === id)
}

/** Throws `InvalidResource` for a status that a type does not have. */
export function unknownStatusOf (type: ResourceType, status: string): never {
  throw withViolations(InvalidResource, [unknownStatus(type, status, type.statuses)])
}

function unknownStatus (type: ResourceType, status: string, known: Iterable<string>): Violation {
  return createUnknown(
    { in: 'body', pointer: '/status' },
    { what: `a status of ${type.id}`, word: status, known }
  )
}
