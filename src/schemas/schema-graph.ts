import type { OpenApiDocument } from '../contract/contract.ts'
import { isObject } from '../documents/is-object.ts'
import { escapePointer, getByPointer } from '../documents/json-pointer.ts'
import { APPLICATORS, IN_PLACE } from './schema-keywords.ts'
import { listMembers } from './list-members.ts'
import type { SchemaReferences } from './schema-references.ts'

/** What a schema and all that it refers to may hold that makes more than one copy of it needed. */
export type Trait = 'readOnly' | 'writeOnly' | '$dynamicRef'

/** What stands in the schema at a place, down to its references. */
interface Scan {
  readonly traits: ReadonlySet<Trait>
  readonly targets: ReadonlySet<string>
  /** Those targets that are applied to the same value. */
  readonly inPlace: ReadonlySet<string>
}

/** What an object's schema says of its members, with all of its `allOf` and what they refer to. */
export interface Composition {
  readonly required: ReadonlySet<string>
  readonly readOnly: ReadonlySet<string>
  readonly writeOnly: ReadonlySet<string>
}

type Schema = Readonly<Record<string, unknown>>

/** Follows the references among a document's schemas; each schema is looked at once, when it is first asked for. */
export class SchemaGraph {
  readonly #document: OpenApiDocument
  readonly #references: SchemaReferences
  readonly #scans = new Map<string, Scan>()
  readonly #reaches = new Map<string, ReadonlySet<string>>()
  readonly #traits = new Map<string, boolean>()

  constructor (document: OpenApiDocument, references: SchemaReferences) {
    this.#document = document
    this.#references = references
  }

  /** Whether a schema, or one that it leads to, has a trait. */
  has (trait: Trait, pointer: string): boolean {
    const known = this.#traits.get(`${trait} ${pointer}`)
    if (known !== undefined) return known
    const seen = new Set([pointer])
    // A set goes on to what is added to it meanwhile.
    for (const at of seen) {
      const { traits, targets } = this.#scan(at)
      if (traits.has(trait)) {
        this.#traits.set(`${trait} ${pointer}`, true)
        return true
      }
      for (const target of targets) if (this.#traits.get(`${trait} ${target}`) !== false) seen.add(target)
    }
    for (const at of seen) this.#traits.set(`${trait} ${at}`, false)
    return false
  }

  /** The places whose schemas are applied to the same value as the one at a place, by way of references. */
  reach (pointer: string): ReadonlySet<string> {
    let reach = this.#reaches.get(pointer)
    if (reach === undefined) {
      const found = new Set(this.#scan(pointer).inPlace)
      for (const at of found) for (const target of this.#scan(at).inPlace) found.add(target)
      this.#reaches.set(pointer, reach = found)
    }
    return reach
  }

  /**
   * The members that no value may have, since one part of an allOf has `additionalProperties: false` and another declares them
   * (JSON Schema, Core, section 10.3.2.3: it looks at the `properties` beside it only).
   */
  listRefused (schema: Schema, base: string): string[] {
    const facets = this.#listFacets(schema, base).map(({ facet }) => facet)
    const closed = facets.filter(({ additionalProperties, patternProperties }) => additionalProperties === false && patternProperties === undefined)
    if (closed.length === 0) return []
    const names = new Set(facets.flatMap(({ properties }) => isObject(properties) ? Object.keys(properties) : []))
    return [...names].filter(name => closed.some(({ properties }) => !isObject(properties) || !Object.hasOwn(properties, name)))
  }

  /** What is said of an object's members by a schema, and by those that it is composed of. */
  compose (schema: Schema, base: string): Composition {
    const facets = this.#listFacets(schema, base)
    const required = facets.flatMap(({ facet }) => Array.isArray(facet.required) ? facet.required : [])
    const marked = (mark: 'readOnly' | 'writeOnly') => facets.flatMap(({ facet: { properties }, base }) => isObject(properties) ? Object.keys(properties).filter(name => this.#isMarked(mark, properties[name], base)) : [])
    return { required: new Set(required), readOnly: new Set(marked('readOnly')), writeOnly: new Set(marked('writeOnly')) }
  }

  #isMarked (mark: 'readOnly' | 'writeOnly', schema: unknown, base: string): boolean {
    return isObject(schema) && this.#listFacets(schema, base).some(({ facet }) => facet[mark] === true)
  }

  #listFacets (schema: Schema, base: string): Array<{ facet: Schema, base: string }> {
    const facets = new Map<unknown, { facet: Schema, base: string }>()
    const waiting: Array<{ value: unknown, base: string }> = [{ value: schema, base }]
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const { value: facet, base } = next
      if (!isObject(facet) || facets.has(facet)) continue
      facets.set(facet, { facet, base })
      const target = typeof facet.$ref === 'string' ? this.#references.resolve(facet.$ref, base) : undefined
      if (target !== undefined) waiting.push({ value: getByPointer(this.#document, target), base: this.#references.baseOf(target) })
      if (Array.isArray(facet.allOf)) waiting.push(...facet.allOf.map(value => ({ value, base })))
    }
    return [...facets.values()]
  }

  #scan (pointer: string): Scan {
    let scan = this.#scans.get(pointer)
    if (scan === undefined) {
      const found = { traits: new Set<Trait>(), targets: new Set<string>(), inPlace: new Set<string>() }
      this.#look({ value: getByPointer(this.#document, pointer), pointer, base: this.#references.baseOf(pointer), isInPlace: true }, found, new Map())
      this.#scans.set(pointer, scan = found)
    }
    return scan
  }

  #look ({ value, pointer, base, isInPlace }: Look, found: Found, seen: Map<unknown, boolean>): void {
    // The aliases of YAML make one object appear in several places, or within itself.
    if (!isObject(value) || seen.get(value) === true || (seen.has(value) && !isInPlace)) return
    seen.set(value, isInPlace)
    const own = typeof value.$id === 'string' ? pointer : base
    for (const trait of ['readOnly', 'writeOnly', '$dynamicRef'] as const) if (value[trait] !== undefined && value[trait] !== false) found.traits.add(trait)
    for (const target of this.listTargets(value, own)) {
      found.targets.add(target)
      if (isInPlace) found.inPlace.add(target)
    }
    for (const { name, value: held, at } of listMembers(value)) {
      const holding = APPLICATORS[name]
      if (holding === undefined || typeof held !== 'object' || held === null) continue
      const schemas = holding === 'schema' ? { '': held } : held
      for (const [key, schema] of Object.entries(schemas)) {
        const place = `${pointer}/${at}${holding === 'schema' ? '' : `/${escapePointer(key)}`}`
        this.#look({ value: schema, pointer: place, base: own, isInPlace: isInPlace && IN_PLACE.has(name) }, found, seen)
      }
    }
  }

  /** What `$ref` and `$dynamicRef` of a schema lead to, or might. */
  listTargets ({ $ref, $dynamicRef }: Schema, base: string): string[] {
    const refs = [$ref, $dynamicRef].filter(ref => typeof ref === 'string')
    const dynamic = typeof $dynamicRef === 'string' ? this.#references.listDynamic($dynamicRef.slice($dynamicRef.indexOf('#') + 1)) : []
    return [...refs.flatMap(ref => this.#references.resolve(ref, base) ?? []), ...dynamic]
  }
}

interface Look {
  readonly value: unknown
  readonly pointer: string
  readonly base: string
  readonly isInPlace: boolean
}

interface Found {
  readonly traits: Set<Trait>
  readonly targets: Set<string>
  readonly inPlace: Set<string>
}
