import { exactJson } from '../exact-json.ts'
import { escapePointer, getByPointer } from '../documents/json-pointer.ts'
import { isObject } from '../documents/is-object.ts'
import type { ApiRequest } from '../messages/message.ts'
import { expectedPart, isText, matchOptions } from './when.ts'
import type { When } from './when.ts'
import type { ListMode } from './compile-unordered.ts'
import type { StoredStub } from '../worlds/stub-verbs.ts'

type Key = NonNullable<StoredStub['key']>

const TEXTUAL = ['path', 'query', 'cookies', 'headers'] as const

/**
 * Returns a value that a request must have to match, and its place, so that the store can index the
 * stub; `undefined` if the `when` has no plain value.
 */
export function stubKey (when: When): Key | undefined {
  const bodyKey = keyWithin(when.body, 'body ', { write: exactJson.stringify, ...matchOptions(when, 'body') })
  if (bodyKey !== undefined) return bodyKey
  for (const part of TEXTUAL) {
    const key = keyWithin(expectedPart(when, part), `${part} `, { write: String, ...matchOptions(when, part) })
    if (key !== undefined) return key
  }
  return undefined
}

/** Returns the value that a request has at the place of a key. */
export function valueAt (request: ApiRequest, place: string): string | undefined {
  const [part = '', pointer] = place.split(/ (.*)/s, 2)
  const isBody = part === 'body'
  const within = request[part as 'body' | (typeof TEXTUAL)[number]] // `stubKey` created the place
  const value = getByPointer(within, pointer ?? '')
  // A file in a form is matched as its text.
  if (Buffer.isBuffer(value)) return JSON.stringify(value.toString())
  if (!isText(value)) return undefined
  return isBody ? exactJson.stringify(value) : String(value)
}

interface KeyOptions {
  readonly write: (value: unknown) => string
  readonly lists: ListMode
}

function keyWithin (value: unknown, place: string, options: KeyOptions): Key | undefined {
  if (isText(value)) return { place, value: options.write(value) }
  // Where a list must match item by item, an item has a fixed place.
  const hasPlaces = isObject(value) || (Array.isArray(value) && options.lists === 'inOrder')
  if (!hasPlaces) return undefined
  for (const [name, member] of Object.entries(value)) {
    const key = keyWithin(member, `${place}/${escapePointer(name)}`, options)
    if (key !== undefined) return key
  }
  return undefined
}
