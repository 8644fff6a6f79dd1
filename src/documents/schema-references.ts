import { isObject } from './is-object.ts'
import type { JsonObject } from './is-object.ts'
import { escapePointer, getByPointer, parseJsonPointer } from './json-pointer.ts'
import { toPointer } from './resolve-ref.ts'
import { DOCUMENT_URI, listSchemaNames } from './schema-names.ts'
import type { SchemaNames } from './schema-names.ts'

const NONE: ReadonlyMap<string, string> = new Map()

/**
 * Resolves the references of a document's schemas. It walks the document only where `$id`s or
 * anchors are used, and then once.
 */
export class SchemaReferences {
  readonly #document: object
  #names: SchemaNames | undefined

  constructor (document: object) {
    this.#document = document
  }

  /**
   * Returns the pointer of the schema with an `$id` around a pointer, which references are relative
   * to; empty where there is none.
   */
  baseOf (pointer: string): string {
    let value: unknown = this.#document
    let at = ''
    let base = ''
    for (const name of parseJsonPointer(pointer) ?? []) {
      if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) break
      value = (value as JsonObject)[name]  // a list has members too
      at += `/${escapePointer(name)}`
      if (isObject(value) && typeof value.$id === 'string') base = at
    }
    return base
  }

  /**
   * Returns the pointer that a reference resolves to within a base; `undefined` where it resolves
   * to nothing.
   */
  resolve (ref: string, base: string): string | undefined {
    const pointer = toPointer(ref)
    if (pointer !== undefined) {
      // Within a schema with an `$id`, `#/…` begins there; many documents mean the document all the
      // same.
      return [base + pointer, pointer].find(candidate => getByPointer(this.#document, candidate) !== undefined)
    }
    if (ref.startsWith('#')) return this.#findAnchor(base, ref.slice(1))
    const [uri = '', fragment = ''] = this.#toUri(ref, base)?.split('#') ?? []
    const resource = this.#listNames().resources.get(uri)
    if (resource === undefined) return undefined
    return fragment === '' ? resource : this.resolve(`#${fragment}`, resource)
  }

  /**
   * Returns the pointers of the `$dynamicAnchor`s of a schema with an `$id`, by name (JSON Schema,
   * Core, section 8.2.2).
   */
  dynamicAnchors (base: string): ReadonlyMap<string, string> {
    return this.#listNames().dynamicAnchors.get(base) ?? NONE
  }

  /** Lists the pointers of all schemas with a `$dynamicAnchor` of a name. */
  listDynamic (name: string): string[] {
    const pointers = [...this.#listNames().dynamicAnchors.values()].map(anchors => anchors.get(name))
    return pointers.filter(pointer => pointer !== undefined)
  }

  #findAnchor (base: string, name: string): string | undefined {
    const { anchors, dynamicAnchors } = this.#listNames()
    return anchors.get(base)?.get(name) ?? dynamicAnchors.get(base)?.get(name)
  }

  #toUri (ref: string, base: string): string | undefined {
    const { resources } = this.#listNames()
    const from = [...resources].find(([, pointer]) => pointer === base)?.[0] ?? DOCUMENT_URI
    return URL.parse(ref, from)?.href
  }

  #listNames (): SchemaNames {
    this.#names ??= listSchemaNames(this.#document)
    return this.#names
  }
}
