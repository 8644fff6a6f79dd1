import { getByPointer } from '../documents/json-pointer.ts'
import { PARTS } from '../scenarios/when.ts'
import type { Part } from '../scenarios/when.ts'
import type { Exchange } from '../worlds/exchange.ts'
import { partsOf } from './parts-of.ts'

/** What a member of a request must be. */
export interface MemberFilter {
  readonly part: Part
  /** JSON pointer within the part. */
  readonly pointer: string
  /** The value: a text as it is, any other as JSON. */
  readonly text: string
}

/** The form of a member's name, as a regular expression: a part, a dot, and a JSON pointer, such as `body./EntityType`. */
export const MEMBER_NAME = `^(${PARTS.join('|')})\\./.*$`

/** Reads `body./EntityType=Payment`; `undefined` where the name is none of a member. */
export function toMemberFilter (name: string, text: string): MemberFilter | undefined {
  const part = PARTS.find(part => name.startsWith(`${part}./`))
  if (part === undefined) return undefined
  const pointer = name.slice(part.length + 1)
  return { part, pointer: part === 'headers' ? pointer.toLowerCase() : pointer, text }
}

/** Tells whether the request of an exchange has a member with that value. */
export function hasMember (exchange: Exchange, { part, pointer, text }: MemberFilter): boolean {
  const value = getByPointer(partsOf(exchange)[part], pointer)
  return value !== undefined && (typeof value === 'string' ? value : JSON.stringify(value)) === text
}
