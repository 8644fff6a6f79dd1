import t from 'tap'
import { exactJson } from '../../src/exact-json.ts'
import { createAjv } from '../../src/schemas/create-ajv.ts'
import { takeLargeNumbers } from '../../src/schemas/take-large-numbers.ts'

const LARGE = 9007199254740993n

const CASES: ReadonlyArray<readonly [schema: object, fits: unknown[], misfits: unknown[]]> = [
  [{ type: 'integer' }, [LARGE, -LARGE, 5, 1e300], [1.5, '5', null, {}, NaN]],
  [{ type: 'number' }, [LARGE, 5, 1.5], ['5', true, []]],
  [{ type: ['integer', 'null'] }, [LARGE, 5, null], [1.5, 'a']],
  [{ type: ['string', 'number'] }, [LARGE, 'a', 1.5], [null, true]],
  [{ type: ['object', 'array'] }, [{}, []], [LARGE, 5]],
  [{ type: 'string' }, ['a'], [LARGE]],
  [{ not: { type: 'integer' } }, ['a', 1.5], [LARGE, 5]],
  [{ if: { type: 'integer' }, then: { minimum: 10 } }, [LARGE, 'a'], [-LARGE, 5]],
  [{ oneOf: [{ type: 'integer' }, { minimum: 10 }] }, [5, 10.5, -LARGE], [LARGE, 12]],
  [{ minimum: LARGE }, [LARGE, LARGE + 1n, 9007199254740994, 'a'], [LARGE - 1n, 5]],
  [{ maximum: LARGE }, [LARGE, LARGE - 1n, 5], [LARGE + 1n, 1e300]],
  [{ exclusiveMinimum: LARGE }, [LARGE + 1n], [LARGE]],
  [{ exclusiveMaximum: 9007199254740992 }, [9007199254740991], [LARGE, 9007199254740992n]],
  [{ minimum: 5, maximum: 7 }, [5, 6.5, 7], [4, 8, NaN, LARGE]],
  [{ multipleOf: 3 }, [LARGE, -LARGE, 9], [LARGE + 1n, 10]],
  [{ multipleOf: LARGE }, [LARGE, LARGE * 2n, 0], [LARGE + 1n, 5]],
  [{ multipleOf: 0.5 }, [LARGE, 1.5], [1.2]],
  [{ const: LARGE }, [LARGE], [LARGE - 1n, 9007199254740992, '9007199254740993']],
  [{ const: { a: [LARGE] } }, [{ a: [LARGE] }], [{ a: [LARGE - 1n] }]],
  [{ enum: [LARGE, 0, 'a', null] }, [LARGE, 0, -0, 'a', null], [LARGE + 1n, false, 'b']],
  [{ enum: [1, 2] }, [1], [LARGE]],
  [
    { uniqueItems: true },
    [[LARGE, LARGE + 1n], [LARGE, '9007199254740993'], [{ a: LARGE }, { a: LARGE + 1n }]],
    [[LARGE, LARGE], [{ a: LARGE }, { a: LARGE }]]
  ],
  [{ format: 'int32' }, [5], [LARGE]],
  [{ format: 'int64' }, [LARGE, 2n ** 63n - 1n, -(2n ** 63n)], [2n ** 63n, 2 ** 63, -(2n ** 63n) - 1n]],
  [{ format: 'uint64' }, [LARGE, 2n ** 64n - 1n], [2n ** 64n, -LARGE]],
  [{ format: 'double' }, [LARGE], []],
  [{ format: 'float' }, [LARGE], [10n ** 40n]]
]

const write = (value: unknown) => exactJson.stringify(value)

for (const allErrors of [false, true]) {
  for (const [schema, fits, misfits] of CASES) {
    t.test(`${write(schema)} takes BigInts for numbers${allErrors ? ', and finds all errors' : ''}`, async t => {
      const validate = createAjv({ allErrors, verbose: allErrors }).compile(schema)
      for (const value of fits) t.equal(validate(value), true, write(value))
      for (const value of misfits) t.equal(validate(value), false, write(value))
    })
  }
}

t.test('texts in the code are left as they are', async t => {
  const texts = ['typeof data == "number"', '(typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))']
  const validate = createAjv({}).compile({ enum: texts, properties: { [texts[0] ?? '']: { type: 'integer' } } })
  for (const text of texts) t.equal(validate(text), true, text)
  t.equal(takeLargeNumbers(JSON.stringify(texts)), JSON.stringify(texts))
})
