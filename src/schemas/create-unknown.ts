import { nearest } from '../documents/nearest.ts'
import type { Violation } from './violation.ts'
import type { Location } from './create-violation.ts'

const MAX_KNOWN = 20

/** A word that is none of those that may stand in its place. */
export interface UnknownWord {
  /** What it should be, to be read after "be": `a status of mews.Export`. */
  readonly what: string
  readonly word: string
  readonly known: Iterable<string>
}

/** Says that a word is not known, and which is nearest: `body /status must be a status of mews.Export, but is "Sucess" (did you mean "Success"?)`. */
export function createUnknown (location: Location, { known, what, word }: UnknownWord): Violation {
  const words = [...known]
  const expected = `be ${what}`
  const actual = JSON.stringify(word.slice(0, 80))
  return { in: location.in, pointer: location.pointer, rule: 'unknown', expected, actual, message: `${location.in} ${location.pointer} must ${expected}, but is ${actual}${hint(word, words)}` }
}

/** What to do about an unknown word, to be put after it: ` (did you mean "Success"?)`. */
export function hint (word: string, known: readonly string[]): string {
  const near = nearest(word, known)
  if (near !== undefined) return ` (did you mean ${JSON.stringify(near)}?)`
  if (known.length === 0) return ' (there is none)'
  return ` (known: ${known.slice(0, MAX_KNOWN).join(', ')}${known.length > MAX_KNOWN ? ' …' : ''})`
}
