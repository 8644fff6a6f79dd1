import { hash } from 'node:crypto'

/** The longest key that is kept as it is, in characters. */
const LONGEST = 200

/** Returns a key for a text of any length, which clients choose: a long text is hashed. */
export function shortKey (text: string): string {
  return text.length <= LONGEST ? text : hash('sha256', text)
}
