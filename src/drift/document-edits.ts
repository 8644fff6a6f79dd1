import { isObject } from '../documents/is-object.ts'
import type { JsonObject } from '../documents/is-object.ts'
import { getByPointer, parseJsonPointer, escapePointer } from '../documents/json-pointer.ts'
import type { OverlayChange } from '../documents/overlay-change.ts'
import { define } from '../documents/own-member.ts'

/** Changes of a document, which are made on a copy of it, so that each sees those before it. */
export class DocumentEdits {
  readonly #original: object
  readonly #document: object
  readonly #touched = new Set<string>()
  /** Schemas that are to allow more than they do; applied last, as they move what is within them. */
  readonly #wider = new Map<string, JsonObject[]>()

  constructor (document: object) {
    this.#original = document
    this.#document = structuredClone(document)
  }

  get (pointer: string): unknown {
    return getByPointer(this.#document, pointer)
  }

  /** Sets a member, and makes the objects that lead to it. */
  set (pointer: string, value: unknown): void {
    const names = parseJsonPointer(pointer) ?? []
    const last = names.pop()
    if (last === undefined) return
    let parent: unknown = this.#document
    let at = ''
    let isNew = false
    for (const name of names) {
      at += `/${escapePointer(name)}`
      const next = getByPointer(this.#document, at)
      if (typeof next === 'object' && next !== null) {
        parent = next
        continue
      }
      if (!isObject(parent)) return
      const made = {}
      define(parent, name, made)
      if (!isNew) this.#touched.add(at)
      isNew = true
      parent = made
    }
    // A pointer leads to an item of a list where a schema is one of several.
    if (typeof parent !== 'object' || parent === null) return
    define(parent as JsonObject, last, value)
    this.#touched.add(pointer)
  }

  /** Appends an item to a list, which is made where it is missing. */
  append (pointer: string, item: unknown): void {
    const list = this.get(pointer)
    this.set(pointer, [...Array.isArray(list) ? list : [], item])
  }

  remove (pointer: string): void {
    const end = pointer.lastIndexOf('/')
    const parent = this.get(pointer.slice(0, end))
    const name = parseJsonPointer(pointer)?.at(-1)
    if (!isObject(parent) || name === undefined || !Object.hasOwn(parent, name)) return
    delete parent[name]
    this.#touched.add(pointer)
  }

  /** Makes the schema at a pointer allow what another one allows. */
  widen (pointer: string, schema: JsonObject): void {
    const known = this.#wider.get(pointer) ?? []
    this.#wider.set(pointer, known)
    const text = JSON.stringify(schema)
    if (known.every(other => JSON.stringify(other) !== text)) known.push(schema)
  }

  /** Lists the changes of the original document, the outermost of those within each other. */
  changes (): OverlayChange[] {
    // The innermost first: an outer one contains it.
    for (const [pointer, schemas] of [...this.#wider].sort(([one], [other]) => other.length - one.length)) {
      this.set(pointer, { anyOf: [this.get(pointer), ...schemas] })
    }
    this.#wider.clear()
    const touched = [...this.#touched]
    const outermost = touched.filter(pointer => !touched.some(other => pointer.startsWith(`${other}/`)))
    return mergeUpdates(outermost.flatMap(pointer => this.#changeAt(pointer)))
  }

  #changeAt (pointer: string): OverlayChange[] {
    const before = getByPointer(this.#original, pointer)
    const after = this.get(pointer)
    if (after === undefined) return before === undefined ? [] : [{ pointer, update: undefined }]
    const name = parseJsonPointer(pointer)?.at(-1) ?? ''
    const parent = pointer.slice(0, pointer.lastIndexOf('/'))
    const update: JsonObject = {}
    // An update replaces what is neither an object nor a list.
    if (typeof before !== 'object' || before === null || typeof after !== 'object') {
      if (before === after) return []
      define(update, name, after)
      return [{ pointer: parent, update }]
    }
    if (JSON.stringify(before) === JSON.stringify(after)) return []
    const added = addedItems(before, after)
    if (added === undefined) return [{ pointer, update: after, replaces: true }]
    define(update, name, added)
    return [{ pointer: parent, update }]
  }
}

/** Returns what was appended to a list: an update of a list appends. */
function addedItems (before: unknown, after: unknown): unknown[] | undefined {
  if (!Array.isArray(before) || !Array.isArray(after) || after.length <= before.length) return undefined
  const isSame = before.every((item, index) => JSON.stringify(item) === JSON.stringify(after[index]))
  return isSame ? after.slice(before.length) : undefined
}

/** Merges the updates of one part. */
function mergeUpdates (changes: readonly OverlayChange[]): OverlayChange[] {
  const merged = new Map<string, OverlayChange>()
  for (const change of changes) {
    const { pointer, replaces, update } = change
    const key = update === undefined || replaces === true ? `${pointer} ${merged.size}` : pointer
    const known = merged.get(key)
    const isMerged = isObject(known?.update) && isObject(update)
    merged.set(key, isMerged ? { pointer, update: { ...known.update, ...update } } : change)
  }
  return [...merged.values()]
}
