import { getByPointer } from '../documents/json-pointer.ts'
import { toPointer } from '../documents/resolve-ref.ts'
import { walkDocument } from '../documents/walk-document.ts'

/** The target of a reference, and what holds it. */
export interface Target {
  readonly pointer: string
  /** An object, or a boolean schema. */
  readonly value: unknown
  readonly holder: unknown
}

/** Finds the targets of references within a document: by pointers, anchors and the `$id`s of schemas. */
export class Targets {
  readonly #document: object
  /** The pointers of schemas with an `$id`, by that; the references within are relative to them. */
  readonly #resources = new Map<string, string>()
  /** The pointers of schemas with an anchor, by that. */
  readonly #anchors = new Map<string, string[]>()

  constructor (document: object) {
    this.#document = document
    walkDocument(document, ({ kind, pointer, value }) => {
      if (kind !== 'schema') return
      if (typeof value.$id === 'string') this.#resources.set(value.$id.replace(/#$/, ''), pointer)
      for (const anchor of [value.$anchor, value.$dynamicAnchor]) {
        if (typeof anchor !== 'string') continue
        this.#anchors.set(anchor, [...this.#anchors.get(anchor) ?? [], pointer])
      }
    })
  }

  /** Returns the target of a reference at a pointer; `undefined` where there is none. */
  find (reference: string, at: string): Target | undefined {
    const pointer = this.#pointerOf(reference, at)
    if (pointer === undefined) return undefined
    const holder = getByPointer(this.#document, pointer.slice(0, pointer.lastIndexOf('/')))
    return { pointer, holder, value: getByPointer(this.#document, pointer) }
  }

  #pointerOf (reference: string, at: string): string | undefined {
    const [id = '', fragment = ''] = reference.split('#')
    const base = id === '' ? this.#resourceAround(at) : this.#resources.get(this.#known(id))
    if (base === undefined) return undefined
    const pointer = toPointer(`#${fragment}`)
    if (pointer === undefined) return this.#anchorIn(base, fragment)
    // Documents mean their own root, where a schema with an `$id` has nothing at the pointer.
    return [base + pointer, pointer].find(target => target !== '' && isTarget(getByPointer(this.#document, target)))
  }

  /** Returns the pointer of the innermost schema with an `$id` around a place; empty for the document. */
  #resourceAround (at: string): string {
    let innermost = ''
    for (const pointer of this.#resources.values()) {
      const isAround = at === pointer || at.startsWith(`${pointer}/`)
      if (isAround && pointer.length > innermost.length) innermost = pointer
    }
    return innermost
  }

  /** Returns the `$id` that a reference names: as it is written, or by how both end. */
  #known (id: string): string {
    if (this.#resources.has(id)) return id
    const end = `/${id.replace(/^\.?\//, '')}`
    return [...this.#resources.keys()].find(known => known.endsWith(end)) ?? id
  }

  #anchorIn (base: string, anchor: string): string | undefined {
    const places = this.#anchors.get(anchor) ?? []
    return places.find(pointer => pointer.startsWith(base)) ?? places[0]
  }
}

/** A schema may be a boolean. */
function isTarget (value: unknown): boolean {
  return typeof value === 'boolean' || (typeof value === 'object' && value !== null)
}
