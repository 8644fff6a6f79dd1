import type { JsonObject } from './is-object.ts'

/**
 * Schemas that tools read in two ways, each with its narrower reading: in older documents, the one without the null
 * that `nullable` allows beside a `$ref`, and with the keywords beside a `$ref` that the standard ignores; and the one
 * without the text "null" that stands for null in a list of texts. Values that fit the narrower reading fit both.
 */
export const narrowReadings = new WeakMap<object, Readonly<JsonObject>>()
