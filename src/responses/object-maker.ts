import { isObject } from '../documents/is-object.ts'
import { compilePattern } from '../schemas/compile-pattern.ts'
import { highest, lowest } from './facets.ts'
import { LEAN_DEPTH } from './make.ts'
import type { Make, Makers, Run } from './make.ts'
import type { Schema } from './schema-reader.ts'
import { letters, textMaker } from './text-maker.ts'

/** How many members an object has that may have any. */
const OPEN_MEMBERS = 2

/** How often another name is tried where it must have more members. */
const ATTEMPTS = 20

interface Member {
  readonly name: string
  readonly isRequired: boolean
  /** Whether one of the schemas says that it must not be there. */
  readonly isForbidden: boolean
  readonly make: Make
}

/** Makes the maker of objects that fit schemas. */
export function objectMaker (facets: readonly Schema[], makers: Makers): Make {
  const members = listMembers(facets, makers)
  const least = highest(facets, 'minProperties') ?? 0
  const most = lowest(facets, 'maxProperties') ?? Infinity
  const openMember = openMembers(facets, makers)
  const isOpen = members.length === 0 && facets.some(({ additionalProperties: further, patternProperties }) => isObject(further) || further === true || isObject(patternProperties))
  const dependent = facets.flatMap(({ dependentRequired }) => isObject(dependentRequired) ? Object.entries(dependentRequired) : [])

  return (run, room, depth) => {
    const isLean = depth > LEAN_DEPTH || room < 1
    const chosen = members.filter(member => isChosen(member, run, isLean))
    const wanted = isOpen && !isLean && run.optional > 0 ? Math.max(least, Math.min(most, OPEN_MEMBERS)) : least
    const count = Math.max(1, wanted, chosen.length)
    const growing: Growing = { made: {}, size: 0, most, run, room: Math.floor((room - count) / count), depth: depth + 1 }
    for (const member of chosen) {
      if (!grow(growing, member) && member.isRequired && !run.isLenient) return undefined
    }
    for (const [name, needed] of dependent) {
      if (Object.hasOwn(growing.made, name) && Array.isArray(needed)) for (const member of members) if (needed.includes(member.name) && !member.isForbidden) grow(growing, member)
    }
    for (const member of members) if (growing.size < least && !member.isForbidden) grow(growing, member)
    for (let attempt = 0; growing.size < wanted && attempt < ATTEMPTS; attempt++) {
      const member = openMember(run)
      if (member !== undefined) grow(growing, member)
    }
    return growing.made
  }
}

function isChosen ({ isForbidden, isRequired }: Member, { isLenient, optional, random }: Run, isLean: boolean): boolean {
  if (isRequired) return true
  return !isLean && (!isForbidden || isLenient) && (optional === 1 || random.fraction() < optional)
}

/** An object on its way. */
interface Growing {
  readonly made: Record<string, unknown>
  size: number
  readonly most: number
  readonly run: Run
  readonly room: number
  readonly depth: number
}

/** Adds a member, unless there is no more room for it; answers `false` where it has no value. */
function grow (growing: Growing, { isRequired, make, name }: Member): boolean {
  const { depth, made, most, room, run } = growing
  if (Object.hasOwn(made, name) || (growing.size >= most && !isRequired)) return true
  const value = make(run, room, depth)
  if (value === undefined) return false
  growing.size++
  // As JSON has it: no name means anything to the language.
  if (name === '__proto__') Object.defineProperty(made, name, { value, enumerable: true, configurable: true, writable: true })
  else made[name] = value
  return true
}

/** The members that schemas name, without those that are not there in this direction. */
function listMembers (facets: readonly Schema[], makers: Makers): Member[] {
  const required = new Set(facets.flatMap(({ required }) => Array.isArray(required) ? required.map(String) : []))
  const names = new Set([...facets.flatMap(({ properties }) => isObject(properties) ? Object.keys(properties) : []), ...required])
  const forbidden = new Set(facets.flatMap(({ not }) => isObject(not) && Array.isArray(not.required) && not.required.length === 1 ? not.required.map(String) : []))
  return [...names].flatMap(name => {
    const schemas = facets.flatMap(facet => schemasOf(facet, name))
    const isRequired = required.has(name)
    if (makers.isHidden(schemas)) return []
    return [{ name, isRequired, isForbidden: forbidden.has(name) || schemas.includes(false), make: makers.of(schemas) }]
  })
}

/** The schemas that one schema has for a member. */
function schemasOf ({ additionalProperties, patternProperties, properties }: Schema, name: string): unknown[] {
  const schemas = [
    ...isObject(properties) && Object.hasOwn(properties, name) ? [properties[name]] : [],
    ...isObject(patternProperties) ? Object.entries(patternProperties).filter(([pattern]) => compilePattern(pattern)?.test(name)).map(([, schema]) => schema) : []
  ]
  return schemas.length > 0 || additionalProperties === undefined ? schemas : [additionalProperties]
}

/** Makes the function that finds a member of any name that may be. */
function openMembers (facets: readonly Schema[], makers: Makers): (run: Run) => Member | undefined {
  const patterns = facets.flatMap(({ patternProperties }) => isObject(patternProperties) ? Object.keys(patternProperties) : [])
  const nameSchemas = facets.flatMap(({ propertyNames }) => propertyNames === undefined ? [] : [propertyNames])
  const makeName = nameSchemas.length > 0
    ? makers.of([...nameSchemas, { type: 'string' }])
    : patterns.length > 0 ? textMaker([{ pattern: patterns[0] }]) : ({ random }: Run) => letters({ shortest: 4, longest: 8 }, random)
  return run => {
    const name = makeName(run, 0, 0)
    if (typeof name !== 'string') return undefined
    const schemas = facets.flatMap(facet => schemasOf(facet, name))
    return schemas.includes(false) ? undefined : { name, isRequired: false, isForbidden: false, make: makers.of(schemas) }
  }
}
