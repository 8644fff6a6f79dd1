import t from 'tap'
import { plainSchema } from '../../src/responses/plain-schema.ts'

t.test('only the words of JSON Schema stay', async t => {
  t.same(plainSchema({ type: 'object', 'x-standin': {}, xml: { name: 'a' }, discriminator: { propertyName: 'b' }, required: ['c'] }), { type: 'object', required: ['c'] })
})

t.test('the one example of OpenAPI 3.0 becomes one of several', async t => {
  t.same(plainSchema({ type: 'boolean', example: false }), { type: 'boolean', examples: [false] })
  t.same(plainSchema({ type: 'boolean', example: false, examples: [true] }), { type: 'boolean', examples: [true] })
})

const NUMBERS: ReadonlyArray<readonly [given: Record<string, unknown>, narrowed: Record<string, unknown>]> = [
  [{}, { minimum: 0, maximum: 1_000 }],
  [{ minimum: 1 }, { minimum: 1, maximum: 1_001 }],
  [{ minimum: 5_000 }, { minimum: 5_000, maximum: 6_000 }],
  [{ maximum: 10 }, { minimum: 0, maximum: 10 }],
  [{ maximum: 0 }, { minimum: -1_000, maximum: 0 }],
  [{ maximum: -5 }, { minimum: -1_005, maximum: -5 }],
  [{ minimum: -9e15, maximum: 9e15 }, { minimum: 0, maximum: 1_000 }],
  [{ minimum: 0, maximum: 100 }, { minimum: 0, maximum: 100 }],
  [{ exclusiveMinimum: 3 }, { exclusiveMinimum: 3, maximum: 1_003 }],
  [{ exclusiveMinimum: 3, exclusiveMaximum: 5 }, { exclusiveMinimum: 3, exclusiveMaximum: 5 }],
  [{ multipleOf: 50_000 }, { multipleOf: 50_000, minimum: 0, maximum: 50_000_000 }]
]

for (const [given, narrowed] of NUMBERS) {
  t.test(`a number with ${JSON.stringify(given)} is taken from ${JSON.stringify(narrowed)}`, async t => {
    // Members that are undefined do not count.
    t.same(JSON.parse(JSON.stringify(plainSchema({ type: 'integer', ...given }))), { type: 'integer', ...narrowed })
  })
}

t.test('texts are short, and not empty, where that is allowed', async t => {
  t.match(plainSchema({ type: 'string' }), { minLength: 1, maxLength: 24 })
  t.match(plainSchema({ type: 'string', maxLength: 65_535 }), { minLength: 1, maxLength: 24 })
  t.match(plainSchema({ type: 'string', minLength: 30 }), { minLength: 30, maxLength: 30 })
  t.match(plainSchema({ type: 'string', maxLength: 0 }), { minLength: 0, maxLength: 0 })
  t.same(plainSchema({ type: 'string', format: 'uuid' }), { type: 'string', format: 'uuid' })
})
