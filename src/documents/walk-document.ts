import { heldParts } from './held-parts.ts'
import type { Holding, PartKind } from './held-parts.ts'
import { isObject } from './is-object.ts'
import { escapePointer, getByPointer } from './json-pointer.ts'
import { toPointer } from './resolve-ref.ts'

/** A part of a document, as it is met on the way through it. */
export interface Part {
  readonly kind: PartKind
  readonly value: Record<string, unknown>
  /** Written when it is asked for, as most parts are only passed. */
  readonly pointer: string
  /** What the part that holds it is; absent for the document itself, and for what only a reference names. */
  readonly within: PartKind | undefined
}

/**
 * Visits each part of a document once, a part before those that it holds; data such as examples and extensions is passed by.
 * What is referred to at a place where no part would be looked for is visited as what the reference takes it for.
 * Where the visit answers `false`, what the part holds is passed by.
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

/** What stands under names among which there may be extensions. */
const EXTENDED: ReadonlySet<PartKind> = new Set(['pathItem', 'response'])

const PATH_ITEMS: Holding = { as: 'named', kind: 'pathItem' }

class WalkedPart implements Part {
  readonly kind: PartKind
  readonly value: Record<string, unknown>
  readonly #holder: WalkedPart | undefined
  /** JSON pointer of what holds it by name, from the part around it. */
  readonly #member: string
  readonly #name: string | number

  constructor (kind: PartKind, value: Record<string, unknown>, holder: WalkedPart | undefined, member: string, name: string | number) {
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

/** One way through a document. */
class Walk {
  readonly waiting: WalkedPart[] = []
  readonly #seen = new Set<object>()

  enter (kind: PartKind, value: unknown, holder: WalkedPart | undefined, member: string, name: string | number): void {
    // The aliases of YAML make one object appear in several places, or within itself.
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
    // A list where one is expected is one of many mistakes of real documents: its elements are meant.
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
