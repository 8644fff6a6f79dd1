import type { Format } from 'ajv/dist/2020.js'

/** The most texts that are cached: more than the tests of one world use at a time. */
const MAX_TEXTS = 10_000

/** The longest text, in characters, that is cached. */
const MAX_LENGTH = 2_000

export type FormatTest = (text: string) => boolean

/**
 * Returns the test of a slow format with a cache of the texts that passed: a stand-in sends the
 * same ones again and again.
 */
export function cacheFormat (format: Format): FormatTest {
  const test = toFormatTest(format)
  const passed = new Set<string>()
  return text => {
    if (passed.has(text)) return true
    if (!test(text)) return false
    if (text.length > MAX_LENGTH) return true
    if (passed.size >= MAX_TEXTS) passed.clear()
    passed.add(text)
    return true
  }
}

/** Returns a format of strings as a function. Throws a `TypeError` for formats of other values. */
export function toFormatTest (format: Format): FormatTest {
  if (format instanceof RegExp) return text => format.test(text)
  if (typeof format === 'function') return format
  throw new TypeError(`not a format of strings: ${format}`)
}
