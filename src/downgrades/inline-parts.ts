import { METHODS } from '../contract/list-methods.ts'
import { isObject } from '../documents/is-object.ts'
import type { JsonObject } from '../documents/is-object.ts'
import { getByPointer } from '../documents/json-pointer.ts'
import { toPointer } from '../documents/resolve-ref.ts'
import { walkDocument } from '../documents/walk-document.ts'
import type { Lose } from './loss.ts'

/** How deep path items may be within callbacks of path items. */
const DEEPEST = 5

/** Replaces references to path items by what they name, in place: OpenAPI 3.0 has no components of this kind. */
export function inlineParts (document: JsonObject, lose: Lose): void {
  const used = new Set<unknown>()
  // A copy may have references of its own.
  for (let depth = 0; depth <= DEEPEST; depth++) {
    const referring = listReferring(document)
    for (const { pointer, value } of referring) {
      const target = depth < DEEPEST ? findItem(document, value) : undefined
      delete value.$ref
      if (target === undefined) {
        lose(pointer, 'the path item that its reference names is left out')
        continue
      }
      const copy = copyItem(target.item, target.isComponent && !used.has(target.item))
      used.add(target.item)
      for (const [name, member] of Object.entries(copy)) value[name] ??= member
    }
    if (referring.length === 0) break
  }
  if (isObject(document.components)) delete document.components.pathItems
}

function listReferring (document: JsonObject): Array<{ readonly pointer: string, readonly value: JsonObject }> {
  const referring: Array<{ readonly pointer: string, readonly value: JsonObject }> = []
  walkDocument(document, ({ kind, pointer, value }) => {
    if (kind === 'pathItem' && typeof value.$ref === 'string') referring.push({ pointer, value })
  })
  // The traversal ends with the first.
  return referring.toReversed()
}

interface FoundItem {
  readonly item: JsonObject
  /** Whether it is served nowhere else. */
  readonly isComponent: boolean
}

function findItem (document: JsonObject, reference: JsonObject): FoundItem | undefined {
  const seen = new Set<unknown>()
  let item = reference
  let pointer: string | undefined
  while (typeof item.$ref === 'string') {
    if (seen.has(item)) return undefined
    seen.add(item)
    pointer = toPointer(item.$ref)
    const target = pointer === undefined ? undefined : getByPointer(document, pointer)
    if (!isObject(target)) return undefined
    item = target
  }
  return { item, isComponent: pointer?.startsWith('/components/') === true }
}

/** Copies a path item. The ids of its operations are those of one copy only. */
function copyItem (item: JsonObject, keepsIds: boolean): JsonObject {
  const copy = structuredClone(item)
  if (keepsIds) return copy
  for (const method of METHODS) {
    const operation = copy[method]
    if (isObject(operation)) delete operation.operationId
  }
  return copy
}
