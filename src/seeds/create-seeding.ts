import { createInvalidDocument } from '../documents/problem.ts'
import type { Problem } from '../documents/problem.ts'
import { schemaValidator } from '../schemas/schema-validator.ts'
import { toViolations } from '../schemas/to-violations.ts'
import { BLANK_REQUEST } from '../simulation/blank-request.ts'
import { createScope } from '../simulation/scope.ts'
import type { ResourceType } from '../simulation/scope.ts'
import type { RowFiles } from '../simulation/rows.ts'
import { listSeedViolations, seedResource } from '../simulation/seed.ts'
import type { Seed } from '../simulation/seed.ts'
import { shownMembers } from '../simulation/shown-members.ts'
import { subjectOf } from '../simulation/subject-of.ts'
import type { World } from '../worlds/world.ts'
import { listGenerated } from './list-generated.ts'
import type { SeedItem, TypeSeed } from './type-seed.ts'

/** Gives a new world its resources. */
export type SeedWorld = (world: World) => void

export interface SeedingOptions {
  readonly seeds: readonly TypeSeed[]
  /** The seed of what is generated: all worlds have the same resources. */
  readonly seed: number
  readonly rowFiles: RowFiles
  /** A world like those that will be seeded, on which the seeds are tried. */
  readonly trialWorld: World
}

/** A resource that is ready to be seeded. */
interface ReadySeed {
  readonly type: ResourceType
  /** `undefined` where its type makes the id. */
  readonly id: string | undefined
  readonly seed: Seed
  /** The item that it is given by; `undefined` where it is generated. */
  readonly item: SeedItem | undefined
  readonly of: TypeSeed
}

/**
 * Creates the function that gives new worlds their resources, once it has tried it: what clients will see of each must
 * fit the schema of its type. Throws `InvalidDocument` with every mistake.
 */
export function createSeeding ({ rowFiles, seed, seeds, trialWorld }: SeedingOptions): SeedWorld {
  const ready = rowsFirst(seeds).flatMap(typeSeed => listReady(typeSeed, seed))
  const problems = ready.flatMap(listOwnProblems)
  problems.push(...listTwice(ready), ...listTooMany(ready, trialWorld))
  if (problems.length === 0) problems.push(...tryOn(trialWorld, ready, rowFiles))
  if (problems.length > 0) throw createInvalidDocument(problems)
  return world => {
    for (const each of ready) seedOne(each, world)
  }
}

/** Puts types after the others whose files have them as rows. */
function rowsFirst (seeds: readonly TypeSeed[]): TypeSeed[] {
  const isOfRows = ({ type }: TypeSeed): boolean => type.files?.rows.kind === 'made'
  return [...seeds.filter(seed => !isOfRows(seed)), ...seeds.filter(isOfRows)]
}

function seedOne ({ id, seed, type }: ReadySeed, world: World) {
  return seedResource(type, id ?? type.makeId(world), seed, world)
}

function listReady (of: TypeSeed, seed: number): ReadySeed[] {
  const { items, type } = of
  const given = items.map(item => ({ type, of, item, ...splitMembers(type, item.value) }))
  const generated = listGenerated(of, seed).map(value => {
    // Generated ids might be the same twice.
    return { type, of, item: undefined, ...splitMembers(type, value), id: undefined }
  })
  return [...given, ...generated]
}

/** Splits a resource as clients see it into its id, its status and the members that it is stored with. */
function splitMembers (
  { idMember, statusMember }: ResourceType,
  value: Readonly<Record<string, unknown>>
): Pick<ReadySeed, 'id' | 'seed'> {
  const members: Record<string, unknown> = { ...value }
  const id = idMember === undefined ? undefined : members[idMember]
  const status = statusMember === undefined ? undefined : members[statusMember]
  if (idMember !== undefined) delete members[idMember]
  if (statusMember !== undefined) delete members[statusMember]
  return {
    id: id === undefined ? undefined : String(id),
    seed: { members, ...status !== undefined && { status: String(status) } }
  }
}

/** Lists what is wrong with a seed whatever its schema: an id or a status that its type cannot have. */
function listOwnProblems ({ id, item, of, seed, type }: ReadySeed): Problem[] {
  const violations = listSeedViolations(type, id ?? '0', seed)
  const source = item?.source ?? of.source
  return violations.map(({ message }) => source(`in the seed of ${type.id}: ${message}`))
}

function listTwice (ready: readonly ReadySeed[]): Problem[] {
  const known = new Set<string>()
  const problems: Problem[] = []
  for (const { id, item, type } of ready) {
    if (id === undefined || item === undefined) continue
    const key = `${type.id} ${id}`
    if (known.has(key)) problems.push(item.source(`in the seed of ${type.id}: the id "${id}" is there twice`))
    known.add(key)
  }
  return problems
}

function listTooMany (ready: readonly ReadySeed[], { store }: World): Problem[] {
  const [first] = ready
  if (first === undefined || ready.length <= store.room()) return []
  const room = `a world may have ${store.room()}: see --max-resources`
  return [first.of.source(`${ready.length} resources are seeded, but ${room}`)]
}

/** Seeds a world, and holds what clients would see of each resource that is given to the schema of its type. */
function tryOn (world: World, ready: readonly ReadySeed[], rowFiles: RowFiles): Problem[] {
  const problems: Problem[] = []
  for (const each of ready) {
    const resource = seedOne(each, world)
    const { item, of: { schema }, type } = each
    if (item === undefined || schema === undefined) continue
    const scope = createScope(BLANK_REQUEST, world, { limits: new Map(), rowFiles })
    const shown = shownMembers(subjectOf(resource, type, scope.now), scope)
    const errors = schemaValidator(schema, 'response')(shown)
    if (errors === undefined) continue
    for (const { message } of toViolations(errors, schema, { location: WHOLE, max: MOST_VIOLATIONS }).violations) {
      problems.push(item.source(`in the seed of ${type.id}: ${message.replace(/^body /, '')}`))
    }
  }
  return problems
}

const WHOLE = { in: 'body', pointer: '' } as const

/** The most violations that are told of one resource. */
const MOST_VIOLATIONS = 10
