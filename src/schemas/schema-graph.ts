import type { OpenApiDocument } from '../contract/contract.ts'
import { isObject } from '../documents/is-object.ts'
import type { JsonObject } from '../documents/is-object.ts'
import { getByPointer } from '../documents/json-pointer.ts'
import { CycleGroups } from './cycle-groups.ts'
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

/** The most parts of a schema among which excluded members are looked for. */
const MOST_PARTS = 200

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
  readonly #cycles = new CycleGroups(pointer => this.#scan(pointer).inPlace)
  readonly #traits = new Map<string, boolean>()
  /** The parts that schemas are composed of, with the base of their references. */
  readonly #parts = new Map<JsonObject, { readonly base: string, readonly parts: readonly Facet[] }>()

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

  /** Returns whether two schemas apply to the same value by way of each other's references. */
  isCircular (one: string, other: string): boolean {
    return this.#cycles.groupOf(one) === this.#cycles.groupOf(other)
  }

  /**
   * Lists the members that no value may have, since one part of an `allOf` has
   * `additionalProperties: false` and another declares them (JSON Schema, Core, section 10.3.2.3:
   * it looks at the `properties` beside it only). It looks at so many parts only, as each of a chain asks again.
   */
  listRejected (schema: JsonObject, base: string): string[] {
    const schemas = this.#listFacets(schema, base, MOST_PARTS).map(facet => facet.schema)
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

  #listFacets (schema: JsonObject, base: string, most = Infinity): Facet[] {
    const facets = new Map<JsonObject, Facet>()
    const waiting: Facet[] = [{ schema, base }]
    for (let next = waiting.pop(); next !== undefined && facets.size < most; next = waiting.pop()) {
      if (facets.has(next.schema)) continue
      facets.set(next.schema, next)
      waiting.push(...this.#partsOf(next))
    }
    return [...facets.values()]
  }

  /** Returns the schemas that one is composed of itself. */
  #partsOf ({ schema, base }: Facet): readonly Facet[] {
    const known = this.#parts.get(schema)
    if (known?.base === base) return known.parts
    const parts: Facet[] = []
    const target = typeof schema.$ref === 'string' ? this.#references.resolve(schema.$ref, base) : undefined
    const referred = target === undefined ? undefined : getByPointer(this.#document, target)
    if (target !== undefined && isObject(referred)) {
      parts.push({ schema: referred, base: this.#references.baseOf(target) })
    }
    for (const part of Array.isArray(schema.allOf) ? schema.allOf : []) {
      if (isObject(part)) parts.push({ schema: part, base })
    }
    this.#parts.set(schema, { base, parts })
    return parts
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
