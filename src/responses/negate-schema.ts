import { isObject } from '../documents/is-object.ts'
import { typeToBreak } from './exclusions.ts'
import { isLeaf, keywordsOf, leafKeyword } from './leaf-keyword.ts'
import type { Schema } from '../schemas/schema.ts'

/** The schemas of which a value fits one at least where it breaks another schema. */
export interface Negation {
  readonly schemas: readonly unknown[]
  /** The schemas that ask for another kind of value, which are tried when no other has a value. */
  readonly lastResorts: readonly unknown[]
}

/** Returns the schemas of the values that break a keyword. */
type Negate = (value: unknown, schema: Schema) => readonly unknown[]

const known = new WeakMap<object, Negation | undefined>()

/**
 * Returns the schemas of values that break a schema, the same objects each time; `undefined` where they cannot be told,
 * or a value need only be excluded. A value breaks a schema where it breaks one of its keywords.
 */
export function negateSchema (schema: Schema): Negation | undefined {
  if (!known.has(schema)) known.set(schema, createNegation(schema))
  return known.get(schema)
}

function createNegation (schema: Schema): Negation | undefined {
  const leaf = leafKeyword(schema)
  if (leaf !== undefined) return typed(typeToBreak(leaf))
  const members = keywordsOf(schema)
  const all: Schema = Object.fromEntries(members.map(({ name, value }) => [name, value]))
  const schemas: unknown[] = []
  const lastResorts: unknown[] = []
  let isComplete = true
  for (const member of members) {
    const { name, value } = member
    if (name === 'type') lastResorts.push({ not: { type: value } })
    else if (isLeaf(member)) schemas.push({ not: { [name]: value } })
    else if (Object.hasOwn(NEGATIONS, name)) schemas.push(...NEGATIONS[name]?.(value, all) ?? [])
    else isComplete &&= COMPANIONS.has(name)
  }
  return isComplete || schemas.length > 0 ? { schemas, lastResorts } : undefined
}

function typed (type: string | undefined): Negation | undefined {
  return type === undefined ? undefined : { schemas: [{ type }], lastResorts: [] }
}

/** The keywords that are read with another one. */
const COMPANIONS: ReadonlySet<string> = new Set(['minContains', 'maxContains', 'then', 'else'])

const NEGATIONS: Readonly<Record<string, Negate>> = {
  minimum: limit => [{ type: 'number', exclusiveMaximum: limit }],
  maximum: limit => [{ type: 'number', exclusiveMinimum: limit }],
  exclusiveMinimum: limit => [{ type: 'number', maximum: limit }],
  exclusiveMaximum: limit => [{ type: 'number', minimum: limit }],
  minLength: limit => below(limit, most => ({ type: 'string', maxLength: most })),
  maxLength: limit => above(limit, least => ({ type: 'string', minLength: least })),
  minItems: limit => below(limit, most => ({ type: 'array', maxItems: most })),
  maxItems: limit => above(limit, least => ({ type: 'array', minItems: least })),
  minProperties: limit => below(limit, most => ({ type: 'object', maxProperties: most })),
  maxProperties: limit => above(limit, least => ({ type: 'object', minProperties: least })),
  required: names => listOf(names).map(name => without(String(name))),
  properties: members => entriesOf(members).map(([name, schema]) => withMember(name, not(schema))),
  additionalProperties: (schema, { properties }) => [withMember(strangeName(properties), not(schema))],
  dependentRequired: lists => entriesOf(lists).flatMap(([name, others]) => listOf(others).map(other => ({
    allOf: [withMember(name, true), without(String(other))]
  }))),
  dependentSchemas: schemas => entriesOf(schemas).map(([name, schema]) => ({
    allOf: [withMember(name, true), not(schema)]
  })),
  items: (schema, { prefixItems }) => negateItems(schema, listOf(prefixItems)),
  prefixItems: schemas => listOf(schemas).map((schema, index) => itemAt(index, not(schema))),
  contains: negateContains,
  allOf: schemas => listOf(schemas).map(not),
  anyOf: noneOf,
  oneOf: noneOf,
  not: schema => [schema],
  if: (condition, { then: consequence = true, else: alternative = true }) => [
    { allOf: [condition, not(consequence)] },
    { allOf: [not(condition), not(alternative)] }
  ],
  $ref: reference => [{ notRef: reference }]
}

function not (schema: unknown): unknown {
  return typeof schema === 'boolean' ? !schema : { not: schema }
}

function noneOf (schemas: unknown): unknown[] {
  return [{ allOf: listOf(schemas).map(not) }]
}

function below (limit: unknown, toSchema: (most: number) => unknown): unknown[] {
  return typeof limit === 'number' && limit > 0 ? [toSchema(Math.ceil(limit) - 1)] : []
}

function above (limit: unknown, toSchema: (least: number) => unknown): unknown[] {
  return typeof limit === 'number' ? [toSchema(Math.floor(limit) + 1)] : []
}

function withMember (name: string, schema: unknown): unknown {
  return { type: 'object', required: [name], properties: { [name]: schema } }
}

function without (name: string): unknown {
  return { type: 'object', properties: { [name]: false } }
}

/** Returns the name of a member that a schema does not declare. */
function strangeName (properties: unknown): string {
  const declared = new Set(entriesOf(properties).map(([name]) => name))
  let name = 'other'
  while (declared.has(name)) name += 's'
  return name
}

/** Returns the schema of lists that have an item at an index. */
function itemAt (index: number, schema: unknown): unknown {
  const before = Array.from({ length: index }, () => true)
  return { type: 'array', minItems: index + 1, prefixItems: [...before, schema] }
}

function negateItems (schema: unknown, prefix: readonly unknown[]): unknown[] {
  return [itemAt(prefix.length, not(schema))]
}

function negateContains (schema: unknown, { maxContains, minContains = 1 }: Schema): unknown[] {
  const negations: unknown[] = []
  if (minContains !== 0) negations.push({ type: 'array', items: not(schema) })
  if (typeof maxContains === 'number') negations.push({ type: 'array', contains: schema, minContains: maxContains + 1 })
  return negations
}

function listOf (value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function entriesOf (value: unknown): Array<[name: string, schema: unknown]> {
  return isObject(value) ? Object.entries(value) : []
}
