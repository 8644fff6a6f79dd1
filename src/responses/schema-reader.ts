import type { OpenApiDocument } from '../contract/contract.ts'
import { isObject } from '../documents/is-object.ts'
import { getByPointer } from '../documents/json-pointer.ts'
import { listMembers } from '../schemas/list-members.ts'
import { SchemaReferences } from '../schemas/schema-references.ts'
import { readChoice } from '../schemas/read-choice.ts'
import type { Direction } from '../schemas/schema-variant.ts'

export type Schema = Readonly<Record<string, unknown>>

/** Schemas that a value must fit all together. */
export interface Together {
  readonly schemas: readonly unknown[]
  /** The lists of alternatives of which one has been chosen; it is among the schemas. */
  readonly decided: ReadonlySet<object>
}

/** Alternatives of which a value fits one; each is some schemas. */
export interface Choice {
  readonly source: object
  readonly branches: () => ReadonlyArray<readonly unknown[]>
}

/** Schemas laid open: what they refer to and are made of stands side by side. */
export interface Laid {
  readonly facets: readonly Schema[]
  readonly choices: readonly Choice[]
  /** Whether one of them is `false`, which nothing fits. */
  readonly isImpossible: boolean
}

/** Reads the schemas of a document for a generator: follows `$ref`, lays `allOf` open, and lists what is to be chosen. */
export class SchemaReader {
  readonly #document: OpenApiDocument
  readonly #references: SchemaReferences
  readonly #facets = new WeakMap<object, Schema>()
  readonly #hidden: 'readOnly' | 'writeOnly'

  constructor (document: OpenApiDocument, direction: Direction) {
    this.#document = document
    this.#references = new SchemaReferences(document)
    this.#hidden = direction === 'request' ? 'readOnly' : 'writeOnly'
  }

  /** Lays schemas open. */
  lay ({ schemas, decided }: Together): Laid {
    const facets = new Set<Schema>()
    const choices: Choice[] = []
    const waiting = [...schemas]
    let isImpossible = false
    for (let schema = waiting.shift(); schema !== undefined || waiting.length > 0; schema = waiting.shift()) {
      if (schema === false) isImpossible = true
      if (!isObject(schema)) continue
      const facet = this.#toFacet(schema)
      if (facets.has(facet)) continue
      facets.add(facet)
      waiting.unshift(...this.#parts(facet))
      choices.push(...this.#choices(facet).filter(({ source }) => !decided.has(source)))
    }
    return { facets: [...facets], choices, isImpossible }
  }

  /** Whether a member is not there in this direction, whatever else its schemas say. */
  isHidden (schemas: readonly unknown[]): boolean {
    return this.lay({ schemas, decided: NOTHING }).facets.some(facet => facet[this.#hidden] === true)
  }

  /** The place that a `$ref` leads to; `undefined` where it leads nowhere. */
  resolve (reference: string): string | undefined {
    return this.#references.resolve(reference, '')
  }

  /** A schema in the words of its newest draft. */
  #toFacet (schema: Schema): Schema {
    let facet = this.#facets.get(schema)
    if (facet === undefined) this.#facets.set(schema, facet = Object.fromEntries(listMembers(schema).map(({ name, value }) => [name, value])))
    return facet
  }

  #parts ({ $ref, $dynamicRef, allOf }: Schema): unknown[] {
    const referred = [$ref, $dynamicRef].flatMap(reference => {
      const pointer = typeof reference === 'string' ? this.resolve(reference) : undefined
      return pointer === undefined ? [] : [getByPointer(this.#document, pointer)]
    })
    return Array.isArray(allOf) ? [...referred, ...allOf] : referred
  }

  #choices (schema: Schema): Choice[] {
    const { oneOf, anyOf, if: condition, then = true, else: otherwise = true } = schema
    return [
      ...isChoice(oneOf) ? [{ source: oneOf, branches: () => discriminatedBranches(oneOf, schema, this) }] : [],
      ...isChoice(anyOf) ? [{ source: anyOf, branches: () => discriminatedBranches(anyOf, schema, this) }] : [],
      ...isObject(condition) ? [{ source: condition, branches: () => [[condition, then], [otherwise]] }] : []
    ]
  }
}

export const NOTHING: ReadonlySet<object> = new Set()

function isChoice (branches: unknown): branches is readonly unknown[] {
  return Array.isArray(branches) && branches.length > 0
}

/** The alternatives of a schema; each with the value by which its discriminator tells it, where it has one (OpenAPI 3.1, Discriminator Object). */
export function discriminatedBranches (branches: readonly unknown[], { discriminator }: Schema, reader: SchemaReader): ReadonlyArray<readonly unknown[]> {
  const choice = readChoice(discriminator, branches, reference => reader.resolve(reference))
  if (choice === undefined) return branches.map(branch => [branch])
  const { byName, names, propertyName: name } = choice
  return branches.map((branch, index) => {
    const value = names.find(candidate => byName.get(candidate) === index && !forbids(branch, { name, value: candidate }, reader))
    return value === undefined ? [branch] : [branch, { type: 'object', required: [name], properties: { [name]: { const: value } } }]
  })
}

/** Whether a branch has other values for the member that tells it. */
export function forbids (branch: unknown, { name, value }: { name: string, value: string }, reader: SchemaReader): boolean {
  const { facets } = reader.lay({ schemas: [branch], decided: NOTHING })
  const members = facets.map(({ properties }) => isObject(properties) ? properties[name] : undefined)
  return reader.lay({ schemas: members, decided: NOTHING }).facets.some(facet =>
    (facet.const !== undefined && facet.const !== value) || (Array.isArray(facet.enum) && !facet.enum.includes(value)))
}
