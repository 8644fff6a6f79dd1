import type { OpenApiDocument } from '../contract/contract.ts'
import { isObject } from '../documents/is-object.ts'
import { getByPointer } from '../documents/json-pointer.ts'
import { SchemaCopier } from './schema-copier.ts'
import type { ReportUnusable } from './copy-source.ts'
import { SchemaGraph } from './schema-graph.ts'
import { SchemaReferences } from '../documents/schema-references.ts'
import { NO_ANCHORS } from './schema-variant.ts'
import type { Origin, SchemaVariant } from './schema-variant.ts'

/** A schema as the validator's compiler takes it. */
export interface SchemaCopy {
  /** The name by which the `$ref`s of other copies refer to it. */
  readonly key: string
  readonly schema: boolean | object
}

/**
 * Copies the schemas of a document for their compiler, each when it is first needed, so that
 * neither the size of a document nor errors elsewhere in it matter. A copy holds usable keywords of
 * JSON Schema 2020-12 only; its references resolve and end; it requires the members that its
 * direction requires; and its discriminator chooses among its alternatives.
 */
export class SchemaCopies {
  readonly #document: OpenApiDocument
  readonly #references: SchemaReferences
  readonly #graph: SchemaGraph
  readonly #copier: SchemaCopier
  readonly #keys = new Map<string, string>()
  readonly #waiting: Array<Origin & { readonly key: string }> = []

  constructor (document: OpenApiDocument, report: ReportUnusable) {
    this.#document = document
    this.#references = new SchemaReferences(document)
    this.#graph = new SchemaGraph(document, this.#references)
    this.#copier = new SchemaCopier({
      document,
      references: this.#references,
      graph: this.#graph,
      report,
      keyOf: (pointer, variant) => this.keyOf(pointer, variant)
    })
  }

  /**
   * Returns the key of a schema's copy. The next `makeCopies` returns the copy, unless an earlier
   * one did.
   */
  keyOf (pointer: string, variant: SchemaVariant): string {
    const reduced = this.#reduce(pointer, variant)
    const { direction, within, optional, anchors } = reduced
    const identity = JSON.stringify([pointer, direction, within, optional, [...anchors]])
    let key = this.#keys.get(identity)
    if (key === undefined) {
      key = `schema-${this.#keys.size}`
      this.#keys.set(identity, key)
      this.#waiting.push({ key, pointer, variant: reduced })
    }
    return key
  }

  /** Makes the copies that were asked for, and those that they refer to. */
  makeCopies (): SchemaCopy[] {
    const copies: SchemaCopy[] = []
    for (let next = this.#waiting.pop(); next !== undefined; next = this.#waiting.pop()) {
      const { key, pointer, variant } = next
      const schema = this.#copier.copy({
        value: getByPointer(this.#document, pointer),
        pointer,
        base: this.#references.baseOf(pointer),
        variant: { ...variant, within: [...variant.within, pointer] },
        root: pointer,
        parents: []
      })
      copies.push({ key, schema })
    }
    return copies
  }

  /** Returns whether a copy so far looks for a member that objects inherit, such as `constructor`. */
  get namesInherited (): boolean {
    return this.#copier.namesInherited
  }

  /** Returns where a part of a copy was made from. */
  originOf (copy: object): Origin | undefined {
    return this.#copier.originOf(copy)
  }

  /**
   * Leaves out of a variant what makes no difference to a schema, so that one copy serves where one
   * is enough.
   */
  #reduce (pointer: string, { direction, within, optional, anchors }: SchemaVariant): SchemaVariant {
    const mark = direction === 'request' ? 'readOnly' : 'writeOnly'
    const isDirected = direction !== undefined && this.#graph.has(mark, pointer)
    const required = optional.length === 0 ? undefined : this.#requiredBy(pointer)
    return {
      direction: isDirected ? direction : undefined,
      within: within.filter(place => this.#graph.isCircular(place, pointer)).toSorted(),
      optional: optional.filter(name => required?.has(name)).toSorted(),
      anchors: this.#graph.has('$dynamicRef', pointer) ? this.#addAnchors(pointer, anchors) : NO_ANCHORS
    }
  }

  #requiredBy (pointer: string): ReadonlySet<string> | undefined {
    const schema = getByPointer(this.#document, pointer)
    if (!isObject(schema)) return undefined
    return this.#graph.compose(schema, this.#references.baseOf(pointer)).required
  }

  /**
   * The outermost schema with an `$id` decides what a dynamic anchor stands for (JSON Schema, Core,
   * section 8.2.3.2).
   */
  #addAnchors (pointer: string, anchors: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
    const own = this.#references.dynamicAnchors(this.#references.baseOf(pointer))
    return new Map([...own, ...anchors])
  }
}
