import { exactJson } from '../exact-json.ts'
import { isObject } from '../documents/is-object.ts'
import { leafKeyword } from './leaf-keyword.ts'
import type { Schema } from '../schemas/schema.ts'

/** The schemas that a value must fit together, each without those that it refers to. */
export type Facets = readonly Schema[]

export type Kind = 'null' | 'boolean' | 'integer' | 'number' | 'string' | 'array' | 'object'

const KINDS: readonly Kind[] = ['null', 'boolean', 'integer', 'number', 'string', 'array', 'object']

/** The keywords that imply a kind, where no `type` states one. */
const IMPLIED: ReadonlyArray<readonly [Kind, readonly string[]]> = [
  ['object', [
    'properties',
    'required',
    'additionalProperties',
    'patternProperties',
    'minProperties',
    'maxProperties',
    'propertyNames',
    'dependentRequired',
    'dependentSchemas',
    'unevaluatedProperties'
  ]],
  ['array', ['items', 'prefixItems', 'contains', 'minItems', 'maxItems', 'uniqueItems']],
  ['string', ['pattern', 'format', 'minLength', 'maxLength']],
  ['number', ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf']]
]

/** Lists the kinds of values that all of some schemas allow. */
export function kindsOf (facets: Facets): Kind[] {
  const stated = facets.map(({ type }) => [type].flat().filter(isKind)).filter(kinds => kinds.length > 0)
  const forbidden = new Set(facets.flatMap(forbiddenTypes))
  const isAllowed = (kind: Kind): boolean => !forbidden.has(kind) && !(kind === 'integer' && forbidden.has('number'))
  const [first = impliedKinds(facets, isAllowed), ...others] = stated
  return others.reduce<Kind[]>(bothOf, first).filter(isAllowed)
}

function isKind (type: unknown): type is Kind {
  return typeof type === 'string' && KINDS.some(kind => kind === type)
}

/** Lists the types that a schema forbids by a `not` which says nothing else. */
function forbiddenTypes ({ not }: Schema): unknown[] {
  const leaf = isObject(not) ? leafKeyword(not) : undefined
  return leaf?.name === 'type' ? [leaf.value].flat() : []
}

function bothOf (some: readonly Kind[], others: readonly Kind[]): Kind[] {
  const both: Kind[] = []
  for (const kind of some) {
    if (others.includes(kind)) both.push(kind)
    else if (kind === 'number' && others.includes('integer')) both.push('integer')
    else if (kind === 'integer' && others.includes('number')) both.push('integer')
  }
  return both
}

/** Returns the kind that keywords imply, or text where none does; all other kinds where that kind is forbidden. */
function impliedKinds (facets: Facets, isAllowed: (kind: Kind) => boolean): Kind[] {
  const found = IMPLIED.find(([, keywords]) => facets.some(facet => keywords.some(word => facet[word] !== undefined)))
  const implied = found?.[0] ?? 'string'
  return isAllowed(implied) ? [implied] : [...KINDS]
}

/** Lists the values that all of some schemas list; `undefined` where none lists any. */
export function valuesOf (facets: Facets, kinds: readonly Kind[]): unknown[] | undefined {
  const [first, ...others] = facets.flatMap(listsOf)
  if (first === undefined) return undefined
  const isTyped = facets.some(({ type }) => type !== undefined)
  const common = first.filter(value => others.every(list => list.some(other => isSame(value, other))))
  return isTyped ? common.filter(value => isOfKind(value, kinds)) : common
}

function listsOf ({ const: constant, enum: values }: Schema): unknown[][] {
  const lists: unknown[][] = constant === undefined ? [] : [[constant]]
  if (Array.isArray(values) && values.length > 0) lists.push(values)
  return lists
}

function isSame (a: unknown, b: unknown): boolean {
  return a === b || exactJson.stringify(a) === exactJson.stringify(b)
}

/** Tells whether a value is of one of some kinds. */
export function isOfKind (value: unknown, kinds: readonly Kind[]): boolean {
  if (value === null) return kinds.includes('null')
  if (Array.isArray(value)) return kinds.includes('array')
  if (typeof value === 'bigint') return kinds.includes('number') || kinds.includes('integer')
  if (typeof value === 'number') {
    return kinds.includes('number') || (Number.isInteger(value) && kinds.includes('integer'))
  }
  // The other kinds have the names that JavaScript gives them.
  return kinds.includes(typeof value as Kind)
}

/** Returns the highest of the bounds that some schemas set, as a double; `undefined` where none sets one. */
export function highest (facets: Facets, keyword: string): number | undefined {
  return extreme(facets, keyword, Math.max)
}

/** Returns the lowest of the bounds that some schemas set, as a double; `undefined` where none sets one. */
export function lowest (facets: Facets, keyword: string): number | undefined {
  return extreme(facets, keyword, Math.min)
}

type Choose = (...numbers: number[]) => number

function extreme (facets: Facets, keyword: string, choose: Choose): number | undefined {
  const bounds = facets.map(facet => facet[keyword])
  const numbers = bounds.filter(value => typeof value === 'number' || typeof value === 'bigint')
  return numbers.length === 0 ? undefined : choose(...numbers.map(Number))
}
