import type { JsonObject } from './is-object.ts'

/**
 * Schemas of older documents that tools read in two ways, each with its narrower reading: the one without the null that
 * `nullable` allows beside a `$ref`, and with the keywords beside a `$ref` that the standard ignores. Values that fit
 * the narrower reading fit both.
 */
export const narrowReadings = new WeakMap<object, Readonly<JsonObject>>()
