import type { JsonCursor } from './json-cursor.ts'

/** A text with the place of its caret. */
export interface Completed {
  readonly text: string
  readonly caret: number
}

/** Puts a word in the place of what is typed: a name with a colon after it. */
export function completeWord (text: string, { from, kind, typed }: JsonCursor, word: string): Completed {
  const isQuoted = text[from] === '"'
  const end = from + typed.length + (isQuoted ? 1 : 0)
  // What is left of the text in quotes that is replaced.
  const [rest = ''] = isQuoted ? /^[^"\n,:{}[\]]*"?/.exec(text.slice(end)) ?? [] : []
  const after = text.slice(end + rest.length)
  const colon = kind === 'name' && !/^\s*:/.test(after) ? ': ' : ''
  const written = `${JSON.stringify(word)}${colon}`
  return { text: text.slice(0, from) + written + after, caret: from + written.length }
}
