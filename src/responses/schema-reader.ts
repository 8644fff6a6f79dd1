import type { OpenApiDocument } from '../contract/contract.ts'
import { isObject } from '../documents/is-object.ts'
import { narrowReadings } from '../documents/narrow-readings.ts'
import { getByPointer } from '../documents/json-pointer.ts'
import { ownMember } from '../documents/own-member.ts'
import { SchemaReferences } from '../documents/schema-references.ts'
import { listMembers } from '../schemas/list-members.ts'
import { readChoice } from '../schemas/read-choice.ts'
import type { Direction } from '../schemas/schema-variant.ts'
import type { Schema } from '../schemas/schema.ts'
import { negateSchema } from './negate-schema.ts'
import type { Negation } from './negate-schema.ts'

/** Schemas that a value must fit together. */
export interface Together {
  readonly schemas: readonly unknown[]
  /** The lists of alternatives from which one has been chosen: it is among the schemas. */
  readonly decided: ReadonlySet<object>
}

/** Alternatives, each of some schemas: a value fits one of them. */
export interface Choice {
  readonly source: object
  readonly branches: () => ReadonlyArray<readonly unknown[]>
  /** How many of the last branches are tried only when no other has a value. */
  readonly lastResorts?: number
}

/** Schemas laid open, side by side with those that they refer to and are composed of. */
export interface Laid {
  readonly facets: readonly Schema[]
  readonly choices: readonly Choice[]
  /** Whether one of them is `false`, which nothing fits. */
  readonly isImpossible: boolean
  /** Whether one of them was read in the narrower one of two readings. */
  readonly isNarrowed: boolean
}

/** Reads the schemas of a document for a generator: follows `$ref`, lays `allOf` open, and lists the choices. */
export class SchemaReader {
  readonly #document: OpenApiDocument
  readonly #references: SchemaReferences
  readonly #facets = new WeakMap<object, Schema>()
  readonly #negated = new WeakMap<object, Schema>()
  readonly #hidden: 'readOnly' | 'writeOnly'

  constructor (document: OpenApiDocument, direction: Direction) {
    this.#document = document
    this.#references = new SchemaReferences(document)
    this.#hidden = direction === 'request' ? 'readOnly' : 'writeOnly'
  }

  /** Lays schemas open, those with two readings in the narrower one unless `reading` is `wide`. */
  lay ({ schemas, decided }: Together, reading: 'narrow' | 'wide' = 'narrow'): Laid {
    const facets = new Set<Schema>()
    let isNarrowed = false
    const choices: Choice[] = []
    const waiting = [...schemas]
    let isImpossible = false
    for (let schema = waiting.shift(); schema !== undefined || waiting.length > 0; schema = waiting.shift()) {
      if (schema === false) isImpossible = true
      if (!isObject(schema)) continue
      const narrow = reading === 'narrow' ? narrowReadings.get(schema) : undefined
      isNarrowed ||= narrow !== undefined
      const facet = this.#toFacet(narrow ?? schema)
      if (facets.has(facet)) continue
      facets.add(facet)
      waiting.unshift(...this.#parts(facet))
      choices.push(...this.#choices(facet).filter(({ source }) => !decided.has(source)))
    }
    return { facets: [...facets], choices, isImpossible, isNarrowed }
  }

  /** Tells whether a member is absent in this direction, whatever else its schemas say. */
  isHidden (schemas: readonly unknown[]): boolean {
    return this.lay({ schemas, decided: NOTHING }).facets.some(facet => facet[this.#hidden] === true)
  }

  /** Returns the JSON pointer that a `$ref` resolves to; `undefined` where it resolves to nothing. */
  resolve (reference: string): string | undefined {
    return this.#references.resolve(reference, '')
  }

  /** Returns a schema with the keywords of the newest draft. */
  #toFacet (schema: Schema): Schema {
    let facet = this.#facets.get(schema)
    if (facet === undefined) {
      facet = Object.fromEntries(listMembers(schema).map(({ name, value }) => [name, value]))
      this.#facets.set(schema, facet)
    }
    return facet
  }

  #parts ({ $ref, $dynamicRef, allOf, not, notRef }: Schema): unknown[] {
    const parts: unknown[] = not === true ? [false] : []
    if (typeof notRef === 'string') parts.push(this.#negate(this.#target(notRef)))
    for (const reference of [$ref, $dynamicRef]) {
      const target = typeof reference === 'string' ? this.#target(reference) : undefined
      if (target !== undefined) parts.push(target)
    }
    if (Array.isArray(allOf)) parts.push(...allOf)
    return parts
  }

  #target (reference: string): unknown {
    const pointer = this.resolve(reference)
    return pointer === undefined ? undefined : getByPointer(this.#document, pointer)
  }

  /** Returns the schema of the values that do not fit another one, the same object each time. */
  #negate (schema: unknown): unknown {
    if (!isObject(schema)) return schema !== true
    let negated = this.#negated.get(schema)
    if (negated === undefined) {
      negated = { not: schema }
      this.#negated.set(schema, negated)
    }
    return negated
  }

  #choices (schema: Schema): Choice[] {
    const { oneOf, anyOf, if: condition, then = true, else: otherwise = true, not } = schema
    const choices: Choice[] = []
    for (const source of [oneOf, anyOf]) {
      if (isChoice(source)) choices.push({ source, branches: () => discriminatedBranches(source, schema, this) })
    }
    if (isObject(condition)) choices.push({ source: condition, branches: () => [[condition, then], [otherwise]] })
    const negation = isObject(not) ? negateSchema(not) : undefined
    if (isObject(not) && negation !== undefined) choices.push(toChoice(not, negation))
    return choices
  }
}

export const NOTHING: ReadonlySet<object> = new Set()

function isChoice (branches: unknown): branches is readonly unknown[] {
  return Array.isArray(branches) && branches.length > 0
}

function toChoice (source: object, { lastResorts, schemas }: Negation): Choice {
  const branches = [...schemas, ...lastResorts].map(schema => [schema])
  return { source, branches: () => branches, lastResorts: lastResorts.length }
}

/**
 * Returns the alternatives of a schema, each with the value of the discriminator that selects it, where there is one
 * (OpenAPI 3.1, Discriminator Object).
 */
function discriminatedBranches (
  branches: readonly unknown[],
  { discriminator }: Schema,
  reader: SchemaReader
): ReadonlyArray<readonly unknown[]> {
  const choice = readChoice(discriminator, branches, reference => reader.resolve(reference))
  if (choice === undefined) return branches.map(branch => [branch])
  const { byName, names, propertyName: name } = choice
  return branches.map((branch, index) => {
    const own = names.filter(candidate => byName.get(candidate) === index)
    const value = own.find(candidate => !forbids(branch, { name, value: candidate }, reader))
    if (value === undefined) return [branch]
    return [branch, { type: 'object', required: [name], properties: { [name]: { const: value } } }]
  })
}

/** Tells whether a branch excludes a value of the discriminator. */
function forbids (branch: unknown, { name, value }: { name: string, value: string }, reader: SchemaReader): boolean {
  const { facets } = reader.lay({ schemas: [branch], decided: NOTHING })
  const members = facets.map(({ properties }) => isObject(properties) ? ownMember(properties, name) : undefined)
  return reader.lay({ schemas: members, decided: NOTHING }).facets.some(({ const: constant, enum: values }) => {
    if (constant !== undefined && constant !== value) return true
    return Array.isArray(values) && !values.includes(value)
  })
}
