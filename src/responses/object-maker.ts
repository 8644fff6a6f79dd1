import { isObject } from '../documents/is-object.ts'
import { define } from '../documents/own-member.ts'
import { ownerOf } from './named-draw.ts'
import type { Naming } from './named-draw.ts'
import { highest, lowest } from './facets.ts'
import type { Facets } from './facets.ts'
import { LEAN_DEPTH } from './make.ts'
import type { Make, Makers, Run } from './make.ts'
import { entriesOf, listMembers, openMembers } from './object-member.ts'
import type { ObjectMember } from './object-member.ts'
import type { Schema } from '../schemas/schema.ts'

/** How many members an object gets that may have members of any name. */
const OPEN_MEMBERS = 2

/** How many names are tried where an object must have more members. */
const ATTEMPTS = 20

/** Creates the maker of objects that fit schemas. */
export function objectMaker (facets: Facets, makers: Makers, naming?: Naming): Make {
  const owner = schemaNameOf(facets) ?? naming?.name ?? ''
  const members = listMembers(facets, makers, ownerOf(owner))
  const least = highest(facets, 'minProperties') ?? 0
  const most = lowest(facets, 'maxProperties') ?? Infinity
  const openMember = openMembers(facets, makers)
  const isOpen = members.every(({ isForbidden }) => isForbidden) && facets.some(allowsMore)
  const dependent = facets.flatMap(({ dependentRequired }) => entriesOf(dependentRequired))

  return (run, room, depth) => {
    const isLean = depth > LEAN_DEPTH || room < 1
    const chosen = members.filter(member => isChosen(member, run, isLean))
    const wanted = isOpen && !isLean && run.optional > 0 ? Math.max(least, Math.min(most, OPEN_MEMBERS)) : least
    const count = Math.max(1, wanted, chosen.length)
    const share = Math.floor((room - count) / count)
    const growing: Growing = { made: {}, size: 0, most, run, room: share, depth: depth + 1 }
    for (const member of chosen) {
      const isGrown = grow(growing, member)
      if (!isGrown && member.isRequired && !run.isLenient && !run.budget.isSpent) return undefined
    }
    growDependent(growing, dependent, members)
    for (const member of members) {
      if (growing.size < least && !member.isForbidden) grow(growing, member)
    }
    for (let attempt = 0; growing.size < wanted && attempt < ATTEMPTS + wanted && !run.budget.isSpent; attempt++) {
      const member = openMember(run)
      if (member !== undefined) grow(growing, member)
    }
    return growing.made
  }
}

/** Returns the name of the schema that describes an object, by a reference to it. */
function schemaNameOf (facets: Facets): string | undefined {
  const reference = facets.map(({ $ref }) => $ref).find(pointer => typeof pointer === 'string')
  return reference === undefined ? undefined : /[^/#]+$/.exec(reference)?.[0]
}

function allowsMore ({ additionalProperties, patternProperties }: Schema): boolean {
  return additionalProperties === true || isObject(additionalProperties) || isObject(patternProperties)
}

function isChosen ({ isForbidden, isRequired }: ObjectMember, run: Run, isLean: boolean): boolean {
  if (isRequired) return true
  if (isLean || (isForbidden && !run.isLenient)) return false
  return run.optional === 1 || run.random.fraction() < run.optional
}

/** An object that is being made. */
interface Growing {
  readonly made: Record<string, unknown>
  size: number
  readonly most: number
  readonly run: Run
  readonly room: number
  readonly depth: number
}

/** Adds a member, unless the object has as many as it may; returns `false` where the member has no value. */
function grow (growing: Growing, { isRequired, make, name }: ObjectMember): boolean {
  const { depth, made, most, room, run } = growing
  if (Object.hasOwn(made, name) || (growing.size >= most && !isRequired)) return true
  const value = make(run, room, depth)
  if (value === undefined) return false
  growing.size++
  run.budget.take(name.length)
  define(made, name, value)
  return true
}

type Dependency = readonly [name: string, needed: unknown]

/** Adds the members that others require. */
function growDependent (growing: Growing, dependencies: readonly Dependency[], members: readonly ObjectMember[]): void {
  for (const [name, needed] of dependencies) {
    if (!Object.hasOwn(growing.made, name) || !Array.isArray(needed)) continue
    for (const member of members) {
      if (needed.includes(member.name) && !member.isForbidden) grow(growing, member)
    }
  }
}
