import { isObject } from '../documents/is-object.ts'
import { compilePattern } from '../schemas/compile-pattern.ts'
import type { Facets } from './facets.ts'
import type { Make, Makers, Run } from './make.ts'
import { ownerWith } from './named-draw.ts'
import type { Schema } from '../schemas/schema.ts'
import { letters, textMaker } from './text-maker.ts'

/** A member that an object may have. */
export interface ObjectMember {
  readonly name: string
  readonly isRequired: boolean
  /** Whether one of the schemas forbids it. */
  readonly isForbidden: boolean
  readonly make: Make
}

/** Lists the members of a keyword whose value is an object; none for another value. */
export function entriesOf (value: unknown): Array<[name: string, member: unknown]> {
  return isObject(value) ? Object.entries(value) : []
}

/** Lists the members that schemas name, without those that are absent in this direction. */
export function listMembers (facets: Facets, makers: Makers, ownName = ''): ObjectMember[] {
  const required = new Set(facets.flatMap(requiredNames))
  const named = facets.flatMap(({ properties }) => entriesOf(properties)).map(([name]) => name)
  const owner = ownerWith(ownName, named)
  const members: ObjectMember[] = []
  for (const name of new Set([...named, ...required])) {
    const schemas = facets.flatMap(facet => schemasOf(facet, name))
    if (makers.isHidden(schemas)) continue
    const isForbidden = schemas.includes(false)
    const make = makers.of(schemas, { naming: { name, owner } })
    members.push({ name, isRequired: required.has(name), isForbidden, make })
  }
  return members
}

function requiredNames ({ required }: Schema): string[] {
  return Array.isArray(required) ? required.map(String) : []
}

/** Lists the schemas that one schema has for a member. */
function schemasOf ({ additionalProperties, patternProperties, properties }: Schema, name: string): unknown[] {
  const schemas: unknown[] = isObject(properties) && Object.hasOwn(properties, name) ? [properties[name]] : []
  for (const [pattern, schema] of entriesOf(patternProperties)) {
    if (compilePattern(pattern)?.test(name) === true) schemas.push(schema)
  }
  return schemas.length > 0 || additionalProperties === undefined ? schemas : [additionalProperties]
}

/** Creates the function that returns a member of any name that schemas allow. */
export function openMembers (facets: Facets, makers: Makers): (run: Run) => ObjectMember | undefined {
  const makeName = nameMaker(facets, makers)
  return run => {
    const name = makeName(run, 0, 0)
    if (typeof name !== 'string') return undefined
    const schemas = facets.flatMap(facet => schemasOf(facet, name))
    if (schemas.includes(false)) return undefined
    return { name, isRequired: false, isForbidden: false, make: makers.of(schemas) }
  }
}

function nameMaker (facets: Facets, makers: Makers): Make {
  const nameSchemas = facets.map(({ propertyNames }) => propertyNames).filter(schema => schema !== undefined)
  if (nameSchemas.length > 0) return makers.of([...nameSchemas, { type: 'string' }])
  const [first] = facets.flatMap(({ patternProperties }) => entriesOf(patternProperties))
  if (first !== undefined) return textMaker([{ pattern: first[0] }])
  return ({ random }) => letters({ shortest: 4, longest: 8 }, random)
}
