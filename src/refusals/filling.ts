import { isObject } from '../documents/is-object.ts'
import { define } from '../documents/own-member.ts'
import type { Slot, Write } from './form-part.ts'

/** How a part of an error form is filled. */
export interface Filling {
  readonly write: Write
  /** The part as it is without the words of any refusal. */
  readonly value: unknown
  /** Whether it can contain the whole message. */
  readonly tellsWhole: boolean
  /** Whether it lists the violations. */
  readonly tellsItems: boolean
  /** Whether its document says which of its members is the message. */
  readonly isSure: boolean
  /** Whether any fact of a refusal has a place in it. */
  readonly hasPlaces: boolean
}

/** Compiles a value with slots into the function that returns the value with what the slots write. */
export function compileSlots (value: unknown, slots: readonly Slot[]): Write {
  const own = slots.find(({ path }) => path.length === 0)
  if (own !== undefined) return own.write
  if (slots.length === 0 || !isObject(value)) return () => value
  const members = Object.entries(value).map(([name, member]) => {
    const below = slots.filter(({ path }) => path[0] === name)
    const inner = below.map(({ path, write }) => ({ path: path.slice(1), write }))
    return { name, write: compileSlots(member, inner) }
  })
  return (words, telling) => {
    const filled: Record<string, unknown> = {}
    for (const { name, write } of members) {
      const member = write(words, telling)
      if (member !== undefined) define(filled, name, member)
    }
    return filled
  }
}
