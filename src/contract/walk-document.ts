import { heldParts } from './document-parts.ts'
import type { Holding, PartKind } from './document-parts.ts'
import { isObject } from './is-object.ts'
import { escapePointer, getByPointer } from './json-pointer.ts'
import { toPointer } from './resolve-ref.ts'

/** A part of a document, as it is met on the way through it. */
export interface Part {
  readonly kind: PartKind
  readonly value: Record<string, unknown>
  readonly pointer: string
  /** What the part that holds it is; absent for the document itself, and for what only a reference names. */
  readonly within?: PartKind | undefined
}

/**
 * Visits each part of a document once, a part before those that it holds; data such as examples and extensions is passed by.
 * What is referred to at a place where no part would be looked for is visited as what the reference takes it for.
 * Where the visit answers `false`, what the part holds is passed by.
 */
export function walkDocument (document: object, visit: (part: Part) => unknown): void {
  const seen = new Set<object>()
  const waiting: Part[] = []
  const references = new Map<string, PartKind>()
  const enter: Enter = (kind, value, pointer, within) => {
    // The aliases of YAML make one object appear in several places, or within itself.
    if (!isObject(value) || seen.has(value)) return
    seen.add(value)
    waiting.push({ kind, value, pointer, within })
  }
  enter('document', document, '')
  while (waiting.length > 0) {
    for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
      if (visit(part) === false) continue
      if (typeof part.value.$ref === 'string') references.set(part.value.$ref, part.kind)
      enterHeld(part, enter)
    }
    for (const [ref, kind] of references) {
      const target = toPointer(ref)
      if (target !== undefined) enter(kind, getByPointer(document, target), target)
    }
    references.clear()
  }
}

/** What stands under names among which there may be extensions. */
const EXTENDED: ReadonlySet<PartKind> = new Set(['pathItem', 'response'])

type Enter = (kind: PartKind, value: unknown, pointer: string, within?: PartKind) => void

function enterHeld ({ kind, value, pointer }: Part, enter: Enter): void {
  const enterWithin: Enter = (held, part, at) => enter(held, part, at, kind)
  if (kind === 'callback') {
    enterEach({ as: 'named', kind: 'pathItem' }, value, pointer, enterWithin)
    return
  }
  const held = heldParts(kind)
  for (const name of Object.keys(value)) {
    const holding = Object.hasOwn(held, name) ? held[name] : undefined
    if (holding !== undefined) enterEach(holding, value[name], `${pointer}/${name}`, enterWithin)
  }
}

function enterEach ({ as, kind }: Holding, value: unknown, pointer: string, enter: Enter): void {
  // A list where one is expected is one of many mistakes of real documents: its elements are meant.
  if (Array.isArray(value)) {
    for (const [index, element] of value.entries()) enter(kind, element, `${pointer}/${index}`)
    return
  }
  if (as === 'one') return enter(kind, value, pointer)
  if (!isObject(value)) return
  for (const [name, part] of Object.entries(value)) {
    if (!name.startsWith('x-') || !EXTENDED.has(kind)) enter(kind, part, `${pointer}/${escapePointer(name)}`)
  }
}
