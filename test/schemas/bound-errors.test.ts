import t from 'tap'
import { MAX_ERRORS } from '../../src/schemas/bound-errors.ts'
import { createAjv } from '../../src/schemas/create-ajv.ts'

const MANY = 20_000
const numbers = Array.from({ length: MANY }, (_, index) => index)
const members = Object.fromEntries(numbers.map(number => [`a${number}`, number]))
const TEXT = { type: 'string' }

const BOUND: Readonly<Record<string, readonly [schema: object, value: unknown]>> = {
  'items of a list': [{ items: TEXT }, numbers],
  'items of a list after the first ones': [{ prefixItems: [{}], items: TEXT }, numbers],
  'items that nothing else looks at, after the first ones': [{ prefixItems: [{}], unevaluatedItems: TEXT }, numbers],
  'items that nothing else looks at': [{ unevaluatedItems: TEXT }, numbers],
  'members of an object': [{ additionalProperties: TEXT }, members],
  'members by their names': [{ patternProperties: { '^a': TEXT } }, members],
  'members that nothing else looks at': [{ unevaluatedProperties: TEXT }, members],
  'names of members': [{ propertyNames: { maxLength: 1 } }, members]
}

for (const [title, [schema, value]] of Object.entries(BOUND)) {
  t.test(`the errors of ${title} are bounded`, async t => {
    for (const [allErrors, ownProperties] of [[true, false], [true, true], [false, false]]) {
      const ajv = createAjv({ allErrors, verbose: allErrors, messages: false })
      ajv.opts.ownProperties = ownProperties
      const validate = ajv.compile(schema)
      t.notOk(validate(value))
      t.ok((validate.errors?.length ?? 0) <= 2 * MAX_ERRORS + 2, `${validate.errors?.length} errors`)
    }
  })
}

t.test('each alternative is tried, however many errors the one before has', async t => {
  const ajv = createAjv({ allErrors: true, verbose: true, messages: false })
  t.ok(ajv.compile({ anyOf: [{ items: TEXT }, { items: { type: 'integer' } }] })(numbers))
  t.notOk(ajv.compile({ anyOf: [{ items: TEXT }, { items: { type: 'boolean' } }] })(numbers))
  const kinds = ['string', 'integer', 'boolean'].map(type => ({ items: { type } }))
  t.ok(ajv.compile({ oneOf: kinds })(numbers))
  t.ok(ajv.compile({ not: { items: TEXT } })(numbers))
})

t.test('the last of many items may be the one that a list must contain', async t => {
  const ajv = createAjv({ allErrors: true, verbose: true, messages: false })
  t.ok(ajv.compile({ contains: TEXT })([...numbers, 'a']))
  t.ok(ajv.compile({ contains: TEXT, unevaluatedItems: { type: 'integer' } })([...numbers, 'a']))
  t.ok(ajv.compile({ contains: TEXT, minContains: 2, maxContains: 2 })([...numbers, 'a', 'b']))
})

t.test('a name in the pointer of an error is cut off', async t => {
  const ajv = createAjv({ allErrors: true, verbose: true, messages: false })
  const validate = ajv.compile({ additionalProperties: TEXT })
  t.notOk(validate({ ['k'.repeat(10_000)]: 1 }))
  t.ok((validate.errors?.[0]?.instancePath.length ?? Infinity) < 500)
})
