import { _, operators, str } from 'ajv/dist/compile/codegen/index.js'
import constKeyword from 'ajv/dist/vocabularies/validation/const.js'
import enumKeyword from 'ajv/dist/vocabularies/validation/enum.js'
import type { Ajv2020, CodeKeywordDefinition } from 'ajv/dist/2020.js'
import { isDeepStrictEqual } from 'node:util'
import { isObject } from '../documents/is-object.ts'

/** Replaces the keywords that compare numbers by ones that compare BigInts too. */
export function addLargeNumbers (ajv: Ajv2020): void {
  for (const keyword of [constant, enumeration, ...limits]) {
    ajv.removeKeyword(String(keyword.keyword)).addKeyword(keyword)
  }
}

const COMPARISONS = {
  maximum: { text: '<=', code: operators.LTE },
  minimum: { text: '>=', code: operators.GTE },
  exclusiveMaximum: { text: '<', code: operators.LT },
  exclusiveMinimum: { text: '>', code: operators.GT }
} as const

/** The limits of numbers (JSON Schema, Validation, section 6.2), any of which may be large. */
const limits: readonly CodeKeywordDefinition[] = Object.entries(COMPARISONS).map(
  ([keyword, { code, text }]) => ({
    keyword,
    type: 'number',
    // There is no `schemaType`: Ajv knows no BigInts, and the copies of schemas hold numbers only.
    error: {
      message: ({ schemaCode }) => str`must be ${text} ${schemaCode}`,
      params: ({ schemaCode }) => _`{comparison: ${text}, limit: ${schemaCode}}`
    },
    code: cxt => cxt.fail(_`!(${cxt.data} ${code} ${cxt.schemaCode})`)
  })
)

/** `const`, whose value may hold a large number, which Ajv cannot write into its code. */
const constant = comparing(constKeyword.default, isEqual)

/** `enum`, whose values may hold large numbers. */
const enumeration = comparing(enumKeyword.default, (value, values) =>
  Array.isArray(values) && values.some(other => isEqual(value, other)))

function comparing (
  standard: CodeKeywordDefinition,
  fits: (value: unknown, schema: unknown) => boolean
): CodeKeywordDefinition {
  return {
    ...standard,
    code (cxt) {
      if (!holdsLarge(cxt.schema)) return standard.code(cxt)
      const test = cxt.gen.scopeValue('func', { ref: fits })
      cxt.fail(_`!${test}(${cxt.data}, ${cxt.schemaCode})`)
    }
  }
}

function isEqual (value: unknown, other: unknown): boolean {
  // A double may have the same size.
  const isLarge = typeof value === 'bigint' || typeof other === 'bigint'
  // eslint-disable-next-line eqeqeq
  return isLarge ? isNumeric(value) && isNumeric(other) && value == other : isSame(value, other)
}

/** Returns whether values are equal, for which zero has no sign. */
function isSame (value: unknown, other: unknown): boolean {
  return value === other || isDeepStrictEqual(value, other)
}

function isNumeric (value: unknown): boolean {
  return typeof value === 'bigint' || typeof value === 'number'
}

function holdsLarge (value: unknown): boolean {
  if (typeof value === 'bigint') return true
  const inner = Array.isArray(value) ? value : Object.values(isObject(value) ? value : {})
  return inner.some(holdsLarge)
}
