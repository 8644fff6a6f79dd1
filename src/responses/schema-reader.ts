import type { OpenApiDocument } from '../contract/contract.ts'
import { isObject } from '../documents/is-object.ts'
import { narrowReadings } from '../documents/narrow-readings.ts'
import { getByPointer } from '../documents/json-pointer.ts'
import { SchemaReferences } from '../documents/schema-references.ts'
import { listMembers } from '../schemas/list-members.ts'
import type { Direction } from '../schemas/schema-variant.ts'
import type { Schema } from '../schemas/schema.ts'
import { discriminatedBranches, familyBranches, isInherited } from './discriminated-branches.ts'
import type { InheritedSchema } from './discriminated-branches.ts'
import { negateSchema } from './negate-schema.ts'
import type { Negation } from './negate-schema.ts'
import { SchemaFamilies } from './schema-families.ts'

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
  /** Whether the examples of the schemas may be of other alternatives than those that are left. */
  readonly hasForeignExamples?: () => boolean
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
  readonly #targets = new Map<string, unknown>()
  readonly #families: SchemaFamilies
  readonly #hidden: 'readOnly' | 'writeOnly'

  constructor (document: OpenApiDocument, direction: Direction) {
    this.#document = document
    this.#references = new SchemaReferences(document)
    this.#families = new SchemaFamilies(document, reference => this.resolve(reference))
    this.#hidden = direction === 'request' ? 'readOnly' : 'writeOnly'
  }

  /** Lays schemas open, those with two readings in the narrower one unless `reading` is `wide`. */
  lay ({ schemas, decided }: Together, reading: 'narrow' | 'wide' = 'narrow'): Laid {
    const facets = new Set<Schema>()
    const applied = new Set<object>()
    const inherited: Array<readonly [schema: Schema, facet: InheritedSchema]> = []
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
      applied.add(schema)
      if (isInherited(facet) && !decided.has(facet.discriminator)) inherited.push([schema, facet])
      waiting.unshift(...this.#parts(facet), ...onlyBranches(facet, decided))
      choices.push(...this.#choices(facet).filter(({ source }) => !decided.has(source)))
    }
    choices.push(...inherited.map(([schema, facet]) => this.#familyChoice(schema, facet, applied)))
    return { facets: [...facets], choices, isImpossible, isNarrowed }
  }

  /** Returns schemas side by side with those that they refer to and are composed of. */
  listFacets (schemas: readonly unknown[]): readonly Schema[] {
    return this.lay({ schemas, decided: NOTHING }).facets
  }

  /** Tells whether a member is absent in this direction, whatever else its schemas say. */
  isHidden (schemas: readonly unknown[]): boolean {
    return this.listFacets(schemas).some(facet => facet[this.#hidden] === true)
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
    if (this.#targets.has(reference)) return this.#targets.get(reference)
    const pointer = this.resolve(reference)
    const target = pointer === undefined ? undefined : getByPointer(this.#document, pointer)
    this.#targets.set(reference, target)
    return target
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
      if (!isChoice(source) || isOnlyBranch(source, schema)) continue
      choices.push({ source, branches: () => discriminatedBranches(source, schema, this) })
    }
    if (isObject(condition)) choices.push({ source: condition, branches: () => [[condition, then], [otherwise]] })
    const negation = isObject(not) ? negateSchema(not) : undefined
    if (isObject(not) && negation !== undefined) choices.push(toChoice(not, negation))
    return choices
  }

  /**
   * Returns the choice among the schemas that inherit a discriminator. The last resorts are a value of the schema
   * itself, and one without a name.
   */
  #familyChoice (schema: Schema, owner: InheritedSchema, applied: ReadonlySet<object>): Choice {
    const families = this.#families
    const heirOf = (): object => families.heirAmong(applied, schema)
    const listBranches = (): ReadonlyArray<readonly unknown[]> => {
      const heir = heirOf()
      const members = [...families.listMembers(schema, heir), families.memberOf(schema, heir)]
      return [...familyBranches(members, owner, this), []]
    }
    return {
      source: owner.discriminator,
      branches: listBranches,
      lastResorts: 2,
      hasForeignExamples: () => heirOf() !== schema
    }
  }
}

export const NOTHING: ReadonlySet<object> = new Set()

function isChoice (branches: unknown): branches is readonly unknown[] {
  return Array.isArray(branches) && branches.length > 0
}

/** Returns the alternatives of a schema that are the only ones of their lists: a value must fit these. */
function onlyBranches (schema: Schema, decided: ReadonlySet<object>): unknown[] {
  const lists = [schema.oneOf, schema.anyOf].filter(isChoice)
  return lists.filter(list => isOnlyBranch(list, schema) && !decided.has(list)).flat()
}

function isOnlyBranch (branches: readonly unknown[], { discriminator }: Schema): boolean {
  return branches.length === 1 && discriminator === undefined
}

function toChoice (source: object, { lastResorts, schemas }: Negation): Choice {
  const branches = [...schemas, ...lastResorts].map(schema => [schema])
  return { source, branches: () => branches, lastResorts: lastResorts.length }
}
