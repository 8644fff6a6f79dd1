import { isObject } from '../documents/is-object.ts'
import { exactJson } from '../exact-json.ts'
import { compilePattern } from '../schemas/compile-pattern.ts'
import { formatTest } from '../schemas/format-test.ts'
import { INTEGER_RANGES } from '../schemas/integer-ranges.ts'
import type { SchemaMember } from '../schemas/list-members.ts'
import { isMultipleOf } from '../schemas/multiple-of.ts'
import { isOfKind } from './facets.ts'
import type { Facets, Kind } from './facets.ts'
import { leafKeyword } from './leaf-keyword.ts'

type Test = (value: unknown) => boolean

/** Creates the test of the values that fit a keyword. */
type CreateTest = (setting: unknown) => Test

const TESTS: Readonly<Record<string, CreateTest>> = {
  const: constant => createEnumTest([constant]),
  enum: values => createEnumTest(Array.isArray(values) ? values : []),
  // Other words are the kind of no value.
  type: types => value => isOfKind(value, [types].flat() as Kind[]),
  pattern: createPatternTest,
  format: createFormatTest,
  multipleOf: createMultipleTest
}

function createEnumTest (values: readonly unknown[]): Test {
  const texts = new Set(values.map(value => exactJson.stringify(value)))
  return value => texts.has(exactJson.stringify(value))
}

function createPatternTest (pattern: unknown): Test {
  const test = compilePattern(String(pattern))
  return value => typeof value !== 'string' || test?.test(value) !== false
}

function createMultipleTest (unit: unknown): Test {
  if (!isNumber(unit) || unit <= 0) return () => true
  return value => !isNumber(value) || isMultipleOf(value, unit)
}

function isNumber (value: unknown): value is number | bigint {
  return typeof value === 'number' || typeof value === 'bigint'
}

function createFormatTest (format: unknown): Test {
  return formatTest(String(format)) ?? (() => true)
}

/** Returns the test of the values that schemas exclude by a `not` of one keyword; `undefined` where none does. */
export function exclusionsOf (facets: Facets): Test | undefined {
  const tests: Test[] = []
  for (const { not } of facets) {
    const leaf = isObject(not) ? leafKeyword(not) : undefined
    const createTest = leaf && TESTS[leaf.name]
    if (createTest !== undefined) tests.push(createTest(leaf?.value))
  }
  return tests.length === 0 ? undefined : value => tests.some(test => test(value))
}

/** Returns the type of the values that can break a keyword; `undefined` for all types. */
export function typeToBreak ({ name, value }: SchemaMember): 'string' | 'number' | undefined {
  if (name === 'multipleOf' || (name === 'format' && Object.hasOwn(INTEGER_RANGES, String(value)))) return 'number'
  return name === 'pattern' || name === 'format' ? 'string' : undefined
}
