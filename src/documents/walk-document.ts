import { heldParts } from './held-parts.ts'
import type { Holding, PartKind } from './held-parts.ts'
import { isObject } from './is-object.ts'
import type { JsonObject } from './is-object.ts'
import { escapePointer, getByPointer } from './json-pointer.ts'
import { toPointer } from './resolve-ref.ts'

/** A part of a document, as `walkDocument` visits it. */
export interface Part {
  readonly kind: PartKind
  readonly value: JsonObject
  /** A getter, as most visits do not need it. */
  readonly pointer: string
  /** The kind of the parent; `undefined` for the document itself, and for a part that only a reference names. */
  readonly within: PartKind | undefined
}

/**
 * Visits each part of a document once, a parent before its children, but no data such as examples and extensions.
 * The target of a reference that is in no known place is visited as a part of the kind that refers to it.
 * Where `visit` returns `false`, the children of the part are skipped.
 */
export function walkDocument (document: object, visit: (part: Part) => unknown): void {
  const walk = new Walk()
  walk.enter('document', document, undefined, '', '')
  const references = new Map<string, PartKind>()
  for (;;) {
    for (let part = walk.waiting.pop(); part !== undefined; part = walk.waiting.pop()) {
      if (visit(part) === false) continue
      const ref = part.value.$ref
      if (typeof ref === 'string') references.set(ref, part.kind)
      walk.enterHeld(part)
    }
    for (const [ref, kind] of references) {
      const target = toPointer(ref)
      if (target !== undefined) walk.enter(kind, getByPointer(document, target), undefined, target, '')
    }
    references.clear()
    if (walk.waiting.length === 0) return
  }
}

/** The kinds that are held by name in objects which may have extensions too. */
const EXTENDED: ReadonlySet<PartKind> = new Set(['pathItem', 'response'])

const PATH_ITEMS: Holding = { as: 'named', kind: 'pathItem' }

class WalkedPart implements Part {
  readonly kind: PartKind
  readonly value: JsonObject
  readonly #holder: WalkedPart | undefined
  /** JSON pointer, relative to the parent, of the object or list that holds the part. */
  readonly #member: string
  readonly #name: string | number

  constructor (
    kind: PartKind, value: JsonObject, holder: WalkedPart | undefined, member: string, name: string | number
  ) {
    this.kind = kind
    this.value = value
    this.#holder = holder
    this.#member = member
    this.#name = name
  }

  get within (): PartKind | undefined {
    return this.#holder?.kind
  }

  get pointer (): string {
    const around = `${this.#holder?.pointer ?? ''}${this.#member}`
    return this.#name === '' ? around : `${around}/${escapePointer(String(this.#name))}`
  }
}

/** One traversal of a document. */
class Walk {
  readonly waiting: WalkedPart[] = []
  readonly #seen = new Set<object>()

  enter (kind: PartKind, value: unknown, holder: WalkedPart | undefined, member: string, name: string | number): void {
    // By the aliases of YAML, one object can be in several places, or within itself.
    if (!isObject(value) || this.#seen.has(value)) return
    this.#seen.add(value)
    this.waiting.push(new WalkedPart(kind, value, holder, member, name))
  }

  enterHeld (part: WalkedPart): void {
    const { kind, value } = part
    if (kind === 'callback') return this.#enterEach(PATH_ITEMS, value, part, '')
    const held = heldParts(kind)
    for (const name of Object.keys(value)) {
      const holding = held.get(name)
      if (holding !== undefined) this.#enterEach(holding, value[name], part, `/${name}`)
    }
  }

  #enterEach ({ as, kind }: Holding, value: unknown, holder: WalkedPart, member: string): void {
    // Some documents have a list where one part is expected: its elements are meant.
    if (Array.isArray(value)) {
      for (let index = 0; index < value.length; index++) this.enter(kind, value[index], holder, member, index)
      return
    }
    if (as === 'one') return this.enter(kind, value, holder, member, '')
    if (!isObject(value)) return
    const mayBeExtended = EXTENDED.has(kind)
    for (const name of Object.keys(value)) {
      if (!mayBeExtended || !name.startsWith('x-')) this.enter(kind, value[name], holder, member, name)
    }
  }
}
