import { _, str } from 'ajv/dist/compile/codegen/index.js'
import type { CodeKeywordDefinition } from 'ajv/dist/2020.js'

/** The keyword `multipleOf`, by decimal digits: 19.99 is a multiple of 0.01, though 19.99 / 0.01 is not whole in binary (JSON Schema, Validation, section 6.2.1). */
export const multipleOf: CodeKeywordDefinition = {
  keyword: 'multipleOf',
  type: 'number',
  schemaType: 'number',
  error: { message: ({ schemaCode }) => str`must be multiple of ${schemaCode}`, params: ({ schemaCode }) => _`{multipleOf: ${schemaCode}}` },
  code (cxt) {
    const test = cxt.gen.scopeValue('func', { ref: isMultipleOf })
    cxt.fail(_`!${test}(${cxt.data}, ${cxt.schemaCode})`)
  }
}

/** Whether a number, as it is written in decimal, is a whole number of times another. */
export function isMultipleOf (value: number, unit: number): boolean {
  if (Number.isSafeInteger(value) && Number.isSafeInteger(unit)) return value % unit === 0
  if (!Number.isFinite(value)) return false
  const [digits, exponent] = toDecimal(value)
  const [unitDigits, unitExponent] = toDecimal(unit)
  const least = Math.min(exponent, unitExponent)
  return (digits * 10n ** BigInt(exponent - least)) % (unitDigits * 10n ** BigInt(unitExponent - least)) === 0n
}

/** The digits of a number, and the power of ten that they are of: 19.99 is 1999 and -2. */
function toDecimal (value: number): [digits: bigint, exponent: number] {
  const [mantissa = '', exponent = '0'] = String(value).split('e')
  const [whole = '', fraction = ''] = mantissa.split('.')
  return [BigInt(whole + fraction), Number(exponent) - fraction.length]
}
