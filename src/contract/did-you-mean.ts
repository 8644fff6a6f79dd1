import { nearest } from '../documents/nearest.ts'

/** Returns the end of a message about an unknown word: the nearest known word, or all of them. */
export function didYouMean (word: string, known: readonly string[]): string {
  const near = nearest(word, known)
  if (near !== undefined) return `, did you mean "${near}"?`
  return known.length === 0 ? '' : ` (known: ${known.join(', ')})`
}
