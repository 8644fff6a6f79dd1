import { isObject } from './is-object.ts'
import { escapePointer, getByPointer } from './json-pointer.ts'

/** Told of each part that is put in: where it is now, and where it is in what was put in. */
export type Put = (to: string, from: string) => void

/**
 * Merges a value into a part of a document (OpenAPI Overlay 1.1, section 4.4.3.1): members one by one, lists end to end,
 * and anything else takes the place of what was there. Into a list it goes as an element of its own.
 */
export function mergeUpdate (document: object, { pointer, value: target }: { readonly pointer: string, readonly value: unknown }, update: unknown, put: Put): void {
  if (Array.isArray(target)) {
    put(`${pointer}/${target.length}`, '')
    target.push(structuredClone(update))
    return
  }
  if (isObject(target) && isObject(update)) return mergeMembers(target, update, { pointer, from: '', put })
  const end = pointer.lastIndexOf('/')
  const holder = getByPointer(document, pointer.slice(0, Math.max(0, end)))
  if (end === -1 || typeof holder !== 'object' || holder === null) return
  put(pointer, '')
  Object.assign(holder, { [pointer.slice(end + 1).replaceAll('~1', '/').replaceAll('~0', '~')]: structuredClone(update) })
}

interface MergePlace {
  readonly pointer: string
  readonly from: string
  readonly put: Put
}

function mergeMembers (target: Record<string, unknown>, update: Record<string, unknown>, { pointer, from, put }: MergePlace): void {
  for (const [name, value] of Object.entries(update)) {
    const own = Object.hasOwn(target, name) ? target[name] : undefined
    const place = { pointer: `${pointer}/${escapePointer(name)}`, from: `${from}/${escapePointer(name)}`, put }
    if (isObject(own) && isObject(value)) mergeMembers(own, value, place)
    else if (Array.isArray(own) && Array.isArray(value)) append(own, value, place)
    else {
      put(place.pointer, place.from)
      target[name] = structuredClone(value)
    }
  }
}

function append (target: unknown[], update: readonly unknown[], { pointer, from, put }: MergePlace): void {
  for (const [index, element] of update.entries()) {
    put(`${pointer}/${target.length}`, `${from}/${index}`)
    target.push(structuredClone(element))
  }
}
