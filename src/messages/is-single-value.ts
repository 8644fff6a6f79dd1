import { coerce } from './coerce.ts'
import type { Shape } from '../schemas/shape.ts'

/**
 * Returns whether a text that came alone is a single value where its schema also allows lists: a list of one is meant
 * where the text is of none of the kinds of single values, or not among those that the schema lists.
 */
export function isSingleValue (text: string, shape: Shape): boolean {
  if (!shape.kinds.has('array')) return true
  if (!shape.isMixed) return false
  const value = coerce(text, shape)
  const kind: string = typeof value
  const isOfKind = kind === 'number'
    ? shape.kinds.has('number') || shape.kinds.has('integer')
    : [...shape.kinds].some(known => known === kind)
  const listed = shape.said('enum').flat()
  return isOfKind && (listed.length === 0 || listed.includes(value))
}
