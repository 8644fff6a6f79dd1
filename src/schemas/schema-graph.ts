import type { OpenApiDocument } from '../contract/contract.ts'
import { isObject } from '../documents/is-object.ts'
import type { JsonObject } from '../documents/is-object.ts'
import { getByPointer } from '../documents/json-pointer.ts'
import { SchemaScanner } from './schema-scanner.ts'
import type { SchemaScan, Trait } from './schema-scanner.ts'
import type { SchemaReferences } from '../documents/schema-references.ts'

/**
 * The names of an object's members by what a schema, its `allOf` and their references say of them.
 */
export interface Composition {
  readonly required: ReadonlySet<string>
  readonly readOnly: ReadonlySet<string>
  readonly writeOnly: ReadonlySet<string>
}

type Mark = 'readOnly' | 'writeOnly'

/** A schema that another one is composed of, and what its references are relative to. */
interface Facet {
  readonly schema: JsonObject
  readonly base: string
}

/**
 * Follows the references among a document's schemas; it scans each schema once, when it is first
 * asked for.
 */
export class SchemaGraph {
  readonly #document: OpenApiDocument
  readonly #references: SchemaReferences
  readonly #scanner: SchemaScanner
  readonly #scans = new Map<string, SchemaScan>()
  readonly #reaches = new Map<string, ReadonlySet<string>>()
  readonly #traits = new Map<string, boolean>()

  constructor (document: OpenApiDocument, references: SchemaReferences) {
    this.#document = document
    this.#references = references
    this.#scanner = new SchemaScanner(document, references)
  }

  /** Returns whether a schema, or one that it refers to, has a trait. */
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

  /**
   * Returns the pointers of the schemas that apply to the same value as one does, by way of
   * references.
   */
  reach (pointer: string): ReadonlySet<string> {
    const known = this.#reaches.get(pointer)
    if (known !== undefined) return known
    const found = new Set(this.#scan(pointer).inPlace)
    for (const at of found) for (const target of this.#scan(at).inPlace) found.add(target)
    this.#reaches.set(pointer, found)
    return found
  }

  /**
   * Lists the members that no value may have, since one part of an `allOf` has
   * `additionalProperties: false` and another declares them (JSON Schema, Core, section 10.3.2.3:
   * it looks at the `properties` beside it only).
   */
  listRejected (schema: JsonObject, base: string): string[] {
    const schemas = this.#listFacets(schema, base).map(facet => facet.schema)
    const closed = schemas.filter(isClosed)
    if (closed.length === 0) return []
    const names = new Set(schemas.flatMap(listDeclared))
    return [...names].filter(name => closed.some(schema => !listDeclared(schema).includes(name)))
  }

  /** Returns what a schema, and those that it is composed of, say of an object's members. */
  compose (schema: JsonObject, base: string): Composition {
    const facets = this.#listFacets(schema, base)
    const required = new Set<string>()
    for (const { schema } of facets) {
      for (const name of Array.isArray(schema.required) ? schema.required : []) required.add(name)
    }
    return {
      required,
      readOnly: this.#listMarked('readOnly', facets),
      writeOnly: this.#listMarked('writeOnly', facets)
    }
  }

  #listMarked (mark: Mark, facets: readonly Facet[]): ReadonlySet<string> {
    const names = new Set<string>()
    for (const { schema: { properties }, base } of facets) {
      if (!isObject(properties)) continue
      for (const [name, member] of Object.entries(properties)) {
        if (this.#isMarked(mark, member, base)) names.add(name)
      }
    }
    return names
  }

  #isMarked (mark: Mark, schema: unknown, base: string): boolean {
    return isObject(schema) && this.#listFacets(schema, base).some(facet => facet.schema[mark] === true)
  }

  #listFacets (schema: JsonObject, base: string): Facet[] {
    const facets = new Map<unknown, Facet>()
    const waiting: Array<{ value: unknown, base: string }> = [{ value: schema, base }]
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const { value, base } = next
      if (!isObject(value) || facets.has(value)) continue
      facets.set(value, { schema: value, base })
      const target = typeof value.$ref === 'string' ? this.#references.resolve(value.$ref, base) : undefined
      if (target !== undefined) {
        waiting.push({ value: getByPointer(this.#document, target), base: this.#references.baseOf(target) })
      }
      if (Array.isArray(value.allOf)) waiting.push(...value.allOf.map(value => ({ value, base })))
    }
    return [...facets.values()]
  }

  #scan (pointer: string): SchemaScan {
    let scan = this.#scans.get(pointer)
    if (scan === undefined) {
      scan = this.#scanner.scan(pointer)
      this.#scans.set(pointer, scan)
    }
    return scan
  }
}

function isClosed ({ additionalProperties, patternProperties }: JsonObject): boolean {
  return additionalProperties === false && patternProperties === undefined
}

function listDeclared ({ properties }: JsonObject): string[] {
  return isObject(properties) ? Object.keys(properties) : []
}
