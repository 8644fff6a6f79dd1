import { exactJson } from '../exact-json.ts'

/** The longest value that is shown, in characters. */
const MAX_LENGTH = 100

/** Returns an enumerated value as reports show it: a text as it is, anything else as JSON. */
export function valueText (value: unknown): string {
  const text = typeof value === 'string' && value !== '' ? value : exactJson.stringify(value) ?? String(value)
  return text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH - 1)}…` : text
}
