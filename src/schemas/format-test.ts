import type { Ajv2020 } from 'ajv/dist/2020.js'
import { createAjv } from './create-ajv.ts'

let formats: Ajv2020['formats'] | undefined

/**
 * Returns the test of a format as validators apply it; values of other kinds than the format's pass. Returns
 * `undefined` for a format that all values fit.
 */
export function formatTest (name: string): ((value: unknown) => boolean) | undefined {
  formats ??= createAjv({}).formats
  const format = Object.hasOwn(formats, name) ? formats[name] : undefined
  if (format === undefined || typeof format === 'boolean') return undefined
  if (format instanceof RegExp || typeof format === 'function') return toTest('string', format)
  if (typeof format === 'string' || format.async === true || typeof format.validate === 'string') return undefined
  return toTest(format.type ?? 'string', format.validate)
}

type Validate = (value: never) => boolean

/** Creates the test of a format for values of one type; others pass. */
function toTest (type: 'string' | 'number', validate: RegExp | Validate): (value: unknown) => boolean {
  if (validate instanceof RegExp) return value => typeof value !== 'string' || validate.test(value)
  // It is called with values of its type only.
  const test = validate as (value: unknown) => boolean
  if (type === 'number') return value => typeof value !== 'number' || test(value)
  return value => typeof value !== 'string' || test(value)
}
