import { exactJson } from '../exact-json.ts'
import { getByPointer } from '../documents/json-pointer.ts'
import { bodyValue } from '../messages/raw-body.ts'
import { PARTS } from '../scenarios/when.ts'
import type { Part } from '../scenarios/when.ts'
import type { ReceivedRequest } from '../worlds/exchange.ts'
import type { RequestParts } from '../messages/request-parts.ts'

/** A value that a member of a request must have. */
export interface MemberFilter {
  readonly part: Part
  /** JSON pointer within the part. */
  readonly pointer: string
  /** The value: a string as it is, any other value as JSON. */
  readonly text: string
}

/** Regular expression of a member's name: a part, a dot and a JSON pointer: `body./EntityType`. */
export const MEMBER_NAME = `^(${PARTS.join('|')})\\./.*$`

/** Parses `body./EntityType=Payment`; returns `undefined` if the name is not that of a member. */
export function toMemberFilter (name: string, text: string): MemberFilter | undefined {
  const part = PARTS.find(part => name.startsWith(`${part}./`))
  if (part === undefined) return undefined
  const pointer = name.slice(part.length + 1)
  return { part, pointer: part === 'headers' ? pointer.toLowerCase() : pointer, text }
}

/** Returns whether the request of an exchange has a member with the value. */
export function hasMember (exchange: ReceivedRequest, { part, pointer, text }: MemberFilter): boolean {
  const value = getByPointer(partsOf(exchange)[part], pointer)
  if (value === undefined) return false
  return text === (typeof value === 'string' ? value : exactJson.stringify(value))
}

/** Returns the parts of an exchange's request, as far as they could be parsed. A body is parsed when it is read. */
export function partsOf ({
  requestBody,
  requestCookies,
  requestHeaders,
  requestPath,
  requestQuery
}: ReceivedRequest): RequestParts {
  let body: { readonly value: unknown } | undefined
  return {
    path: requestPath,
    query: requestQuery,
    headers: requestHeaders,
    cookies: requestCookies,
    get body () {
      body ??= { value: bodyValue(requestBody) }
      return body.value
    }
  }
}
