import { escapePointer, getByPointer } from '../documents/json-pointer.ts'
import { isObject } from '../documents/is-object.ts'
import { withLowerCaseNames } from '../messages/with-lower-case-names.ts'
import type { ApiRequest } from '../messages/message.ts'
import { isText } from './when.ts'
import type { When } from './when.ts'
import type { StoredStub } from '../worlds/stub-verbs.ts'

type Key = NonNullable<StoredStub['key']>

const TEXTUAL = ['path', 'query', 'cookies', 'headers'] as const

/** One value that a request must have to match, and where; `undefined` where there is no plain one. */
export function stubKey (when: When): Key | undefined {
  return (
    keyWithin(when.body, 'body ', JSON.stringify) ??
    TEXTUAL.reduce<Key | undefined>(
      (found, part) =>
        found ??
        keyWithin(
          part === 'headers' ? withLowerCaseNames(when.headers ?? {}) : when[part],
          `${part} `,
          String
        ),
      undefined
    )
  )
}

/** The value that a request has at the place of a key. */
export function valueAt (request: ApiRequest, place: string): string | undefined {
  const [part = '', pointer] = place.split(/ (.*)/s, 2)
  const isBody = part === 'body'
  const value = getByPointer(
    isBody ? request.body : request[part as (typeof TEXTUAL)[number]],
    pointer ?? ''
  ) // places are made above
  // A file in a form is matched as its text.
  if (Buffer.isBuffer(value)) return JSON.stringify(value.toString())
  if (!isText(value)) return undefined
  return isBody ? JSON.stringify(value) : String(value)
}

function keyWithin (
  value: unknown,
  place: string,
  write: (value: unknown) => string
): Key | undefined {
  if (isText(value)) return { place, value: write(value) }
  // A list must match item by item, so that each of them has its place.
  if (!isObject(value) && !Array.isArray(value)) return undefined
  for (const [name, member] of Object.entries(value)) {
    const key = keyWithin(member, `${place}/${escapePointer(name)}`, write)
    if (key !== undefined) return key
  }
  return undefined
}
