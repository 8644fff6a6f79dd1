import t from 'tap'
import { isMultipleOf } from '../../src/schemas/multiple-of.ts'
import { schemaOf, wrongWith } from '../validation/schema-of.ts'

/**
 * JSON Schema 2020-12, Validation, section 6.2.1: "valid only if division by this keyword's value results in an
 * integer".
 */
const MULTIPLES: Array<[value: number, unit: number, expected: boolean]> = [
  [6, 3, true],
  [7, 3, false],
  [-6, 3, true],
  [0, 0.01, true],
  [19.99, 0.01, true],
  [4.35, 0.01, true],
  [0.3, 0.1, true],
  [0.1 + 0.2, 0.1, false],
  [123456789012.345, 0.001, true],
  [123456789012.3456, 0.001, false],
  [1e21, 10, true],
  [1e-7, 1e-8, true],
  [1.5e-7, 1e-7, false],
  [1e308, 1e-8, true],
  [2 ** 53, 2, true],
  [7.5, 2.5, true],
  [7, 2.5, false]
]

for (const [value, unit, expected] of MULTIPLES) {
  t.test(`${value} is ${expected ? '' : 'not '}a multiple of ${unit}`, async t => {
    t.equal(isMultipleOf(value, unit), expected)
  })
}

t.test('what is no multiple is told', async t => {
  t.same(wrongWith([19.99, 19.999], schemaOf({ items: { multipleOf: 0.01 } })), [
    '/1 must be a multiple of 0.01, but is 19.999'
  ])
})
