import { isObject } from '../documents/is-object.ts'
import type { JsonObject } from '../documents/is-object.ts'
import { ownMember } from '../documents/own-member.ts'
import { readChoice } from '../schemas/read-choice.ts'
import type { Schema } from '../schemas/schema.ts'
import type { FamilyMember } from './schema-families.ts'

/** Reads the schemas of a document. */
interface Reader {
  /** Returns schemas side by side with those that they refer to and are composed of. */
  listFacets (schemas: readonly unknown[]): readonly Schema[]
  /** Returns the JSON pointer that a `$ref` resolves to; `undefined` where it resolves to nothing. */
  resolve (reference: string): string | undefined
}

/** A schema with a discriminator that chooses among those that inherit it, not among alternatives beside it. */
export type InheritedSchema = Schema & { readonly discriminator: Readonly<JsonObject> & { propertyName: string } }

/**
 * Returns the alternatives of a schema, each with the value of the discriminator that selects it, where there is one
 * (OpenAPI 3.1, Discriminator Object).
 */
export function discriminatedBranches (
  branches: readonly unknown[],
  { discriminator }: Schema,
  reader: Reader
): ReadonlyArray<readonly unknown[]> {
  const choice = readChoice(discriminator, branches, reference => reader.resolve(reference))
  if (choice === undefined) return branches.map(branch => [branch])
  const { byName, names, propertyName } = choice
  return branches.map((branch, index) => {
    const own = names.filter(candidate => byName.get(candidate) === index)
    return withName(branch, { propertyName, names: own }, reader)
  })
}

/** Returns whether the discriminator of a schema chooses among those that inherit it. */
export function isInherited (schema: Schema): schema is InheritedSchema {
  const { anyOf, discriminator, oneOf } = schema
  if (!isObject(discriminator) || typeof discriminator.propertyName !== 'string') return false
  return !Array.isArray(oneOf) && !Array.isArray(anyOf)
}

/** Returns the members of a family as alternatives, each with the value of the discriminator that selects it. */
export function familyBranches (
  members: readonly FamilyMember[],
  { discriminator }: InheritedSchema,
  reader: Reader
): ReadonlyArray<readonly unknown[]> {
  const { propertyName } = discriminator
  const known = branchesOf(discriminator)
  return members.map(({ names, schema }) => {
    const branch = known.get(schema) ?? withName(schema, { propertyName, names }, reader)
    known.set(schema, branch)
    return branch
  })
}

/** The alternatives of discriminators, by schema: a large family is asked for again with each of its members. */
const knownBranches = new WeakMap<object, Map<object, readonly unknown[]>>()

function branchesOf (discriminator: object): Map<object, readonly unknown[]> {
  const known = knownBranches.get(discriminator) ?? new Map<object, readonly unknown[]>()
  knownBranches.set(discriminator, known)
  return known
}

interface Selection {
  readonly propertyName: string
  /** The values that select an alternative. */
  readonly names: readonly string[]
}

const selections = new WeakSet<object>()

/** Returns an alternative together with the first of its names that it allows. */
function withName (branch: unknown, { names, propertyName }: Selection, reader: Reader): readonly unknown[] {
  const value = names.find(name => !forbids(branch, { name: propertyName, value: name }, reader))
  if (value === undefined) return [branch]
  const selection = { propertyName, names }
  selections.add(selection)
  return [branch, {
    type: 'object',
    required: [propertyName],
    properties: { [propertyName]: { const: value } },
    selection
  }]
}

/** Returns whether an alternative excludes a value of the discriminator. */
function forbids (branch: unknown, { name, value }: { name: string, value: string }, reader: Reader): boolean {
  const members: unknown[] = []
  for (const { properties } of reader.listFacets([branch])) {
    if (isObject(properties)) members.push(ownMember(properties, name))
  }
  return reader.listFacets(members).some(({ const: constant, enum: values }) => {
    if (constant !== undefined && constant !== value) return true
    return Array.isArray(values) && !values.includes(value)
  })
}

/** Returns whether the discriminators of some schemas select them for a value, or say nothing of it. */
export function isSelected (value: unknown, schemas: readonly Schema[]): boolean {
  return !isObject(value) || schemas.every(({ selection }) => {
    if (!isSelection(selection)) return true
    const name = ownMember(value, selection.propertyName)
    return name === undefined || selection.names.some(other => other === name)
  })
}

/** Returns whether a value was made here: a document may have any keyword. */
function isSelection (value: unknown): value is Selection {
  return isObject(value) && selections.has(value)
}
