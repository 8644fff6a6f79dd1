import { _, str } from 'ajv/dist/compile/codegen/index.js'
import type { CodeKeywordDefinition } from 'ajv/dist/2020.js'

/**
 * Implements `multipleOf` by decimal digits (JSON Schema, Validation, section 6.2.1): 19.99 is a
 * multiple of 0.01, though 19.99 / 0.01 is not whole in binary.
 */
export const multipleOf: CodeKeywordDefinition = {
  keyword: 'multipleOf',
  type: 'number',
  error: {
    message: ({ schemaCode }) => str`must be multiple of ${schemaCode}`,
    params: ({ schemaCode }) => _`{multipleOf: ${schemaCode}}`
  },
  code (cxt) {
    const test = cxt.gen.scopeValue('func', { ref: isMultipleOf })
    cxt.fail(_`!${test}(${cxt.data}, ${cxt.schemaCode})`)
  }
}

/** Returns whether a number, as written in decimal, is a whole multiple of another. */
export function isMultipleOf (value: number | bigint, unit: number | bigint): boolean {
  if (isSafe(value) && isSafe(unit)) return value % unit === 0
  if (!Number.isFinite(Number(value))) return false
  const [digits, exponent] = toDecimal(value)
  const [unitDigits, unitExponent] = toDecimal(unit)
  const least = Math.min(exponent, unitExponent)
  return (digits * 10n ** BigInt(exponent - least)) % (unitDigits * 10n ** BigInt(unitExponent - least)) === 0n
}

/** Returns the digits of a number and its power of ten: 1999 and -2 for 19.99. */
export function toDecimal (value: number | bigint): [digits: bigint, exponent: number] {
  const [mantissa = '', exponent = '0'] = String(value).split('e')
  const [whole = '', fraction = ''] = mantissa.split('.')
  return [BigInt(whole + fraction), Number(exponent) - fraction.length]
}

function isSafe (value: number | bigint): value is number {
  return Number.isSafeInteger(value)
}
