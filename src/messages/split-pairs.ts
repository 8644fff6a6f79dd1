/** The members of a query or a form by their decoded names; the values are still encoded. */
export type RawPairs = ReadonlyMap<string, readonly string[]>

export const NO_PAIRS: RawPairs = new Map()

/**
 * Splits a query string or a form into its members. A name that cannot be decoded stays as it is.
 */
export function splitPairs (text: string): RawPairs {
  if (text === '') return NO_PAIRS
  const pairs = new Map<string, string[]>()
  for (const part of text.split('&')) {
    if (part === '') continue
    const end = part.indexOf('=')
    const rawName = end < 0 ? part : part.slice(0, end)
    const name = decodeText(rawName) ?? rawName
    const value = end < 0 ? '' : part.slice(end + 1)
    const values = pairs.get(name)
    if (values === undefined) pairs.set(name, [value])
    else values.push(value)
  }
  return pairs
}

/**
 * Decodes a name or value of a query or form, where a plus is a space; returns `undefined` if it is
 * not percent-encoded UTF-8.
 */
export function decodeText (text: string): string | undefined {
  return decodePercent(text.includes('+') ? text.replaceAll('+', ' ') : text)
}

const NOT_ENCODED = /%(?![\dA-Fa-f]{2})/

/** Decodes percent-encoded UTF-8; returns `undefined` for other text. */
export function decodePercent (text: string): string | undefined {
  if (!text.includes('%')) return text
  // An error costs a hundred times as much as this look.
  if (NOT_ENCODED.test(text)) return undefined
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}
