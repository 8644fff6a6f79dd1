import { nearest } from '../documents/nearest.ts'
import type { Violation } from './violation.ts'
import type { Location } from './create-violation.ts'

const MAX_KNOWN = 20

/** A word that is not among the known ones. */
export interface UnknownWord {
  /** The kind of word that is expected, to be read after "be": `a status of mews.Export`. */
  readonly what: string
  readonly word: string
  readonly known: Iterable<string>
}

/**
 * Creates the violation of an unknown word, with the nearest known one:
 * `body /status must be a status of mews.Export, but is "Sucess" (did you mean "Success"?)`.
 */
export function createUnknown (location: Location, { known, what, word }: UnknownWord): Violation {
  const words = [...known]
  const expected = `be ${what}`
  const actual = JSON.stringify(word.slice(0, 80))
  const message = `${location.in} ${location.pointer} must ${expected}, but is ${actual}${hint(word, words)}`
  return { in: location.in, pointer: location.pointer, rule: 'unknown', expected, actual, message }
}

/** Returns the text after an unknown word: ` (did you mean "Success"?)`; empty if none is known. */
export function hint (word: string, known: readonly string[]): string {
  const near = nearest(word, known)
  if (near !== undefined) return ` (did you mean ${JSON.stringify(near)}?)`
  if (known.length === 0) return ''
  const more = known.length > MAX_KNOWN ? ' …' : ''
  return ` (known: ${known.slice(0, MAX_KNOWN).join(', ')}${more})`
}
