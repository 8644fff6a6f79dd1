import { isObject } from './is-object.ts'
import type { JsonObject } from './is-object.ts'
import { escapePointer, getByPointer, unescapePointer } from './json-pointer.ts'
import { define } from './own-member.ts'

/** Receives the pointer of each part that is put in: in the document, and in the update. */
export type OnPut = (to: string, from: string) => void

interface MergeTarget {
  readonly pointer: string
  readonly value: unknown
}

/**
 * Merges a value into a part of a document (OpenAPI Overlay 1.1, section 4.4.3.1): members one by one, lists end
 * to end, and any other value replaces the old one. A list as the target itself takes the value as a new element.
 */
export function mergeUpdate (document: object, target: MergeTarget, update: unknown, onPut: OnPut): void {
  const { pointer, value } = target
  if (Array.isArray(value)) {
    onPut(`${pointer}/${value.length}`, '')
    value.push(structuredClone(update))
    return
  }
  if (isObject(value) && isObject(update)) return mergeMembers(value, update, { pointer, from: '', onPut })

  const end = pointer.lastIndexOf('/')
  const parent = getByPointer(document, pointer.slice(0, Math.max(0, end)))
  if (end === -1 || typeof parent !== 'object' || parent === null) return
  onPut(pointer, '')
  // a list has members too
  define(parent as JsonObject, unescapePointer(pointer.slice(end + 1)), structuredClone(update))
}

interface MergePlace {
  readonly pointer: string
  readonly from: string
  readonly onPut: OnPut
}

function mergeMembers (target: JsonObject, update: JsonObject, { pointer, from, onPut }: MergePlace): void {
  for (const [name, value] of Object.entries(update)) {
    const old = Object.hasOwn(target, name) ? target[name] : undefined
    const token = escapePointer(name)
    const place = { pointer: `${pointer}/${token}`, from: `${from}/${token}`, onPut }
    if (isObject(old) && isObject(value)) {
      mergeMembers(old, value, place)
    } else if (Array.isArray(old) && Array.isArray(value)) {
      appendElements(old, value, place)
    } else {
      onPut(place.pointer, place.from)
      define(target, name, structuredClone(value))
    }
  }
}

function appendElements (target: unknown[], update: readonly unknown[], { pointer, from, onPut }: MergePlace): void {
  for (const [index, element] of update.entries()) {
    onPut(`${pointer}/${target.length}`, `${from}/${index}`)
    target.push(structuredClone(element))
  }
}
