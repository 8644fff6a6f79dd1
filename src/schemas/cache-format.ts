import type { Format } from 'ajv/dist/2020.js'

/** How many texts are kept in mind: more than a world of tests gives out at a time. */
const MAX = 10_000

/** Texts that are longer are not kept: together they would fill the memory. */
const LONG = 2_000

export type FormatTest = (text: string) => boolean

/** The test of a format that is slow, with the texts that have passed kept in mind: a stand-in gives out the same again and again. */
export function cacheFormat (format: Format): FormatTest {
  const test = toFormatTest(format)
  const passed = new Set<string>()
  return text => {
    if (passed.has(text)) return true
    if (!test(text)) return false
    if (text.length > LONG) return true
    if (passed.size >= MAX) passed.clear()
    passed.add(text)
    return true
  }
}

/** A format of texts as a function. */
export function toFormatTest (format: Format): FormatTest {
  if (format instanceof RegExp) return text => format.test(text)
  if (typeof format === 'function') return format
  throw new TypeError(`no format of texts: ${format}`)
}
