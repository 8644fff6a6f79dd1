import t from 'tap'
import { generatorOf } from '../../src/responses/generate-value.ts'
import { schemaOf, testGenerated } from './generated.ts'
import { createWorld } from './orders.ts'

const TEXT = { type: 'string' }
const COUNT = { type: 'integer' }

function list (keywords: object): object {
  return { type: 'array', ...keywords }
}

testGenerated([
  ['a value that no list is, since it would contain nothing', { contains: false }],
  ['a list that may contain nothing', list({ contains: false, minContains: 0, items: COUNT })],
  ['a list that contains three', list({
    contains: { minimum: 100 },
    minContains: 3,
    items: { ...COUNT, maximum: 120 }
  })],
  ['a list that contains one at most', list({ contains: TEXT, maxContains: 1, minItems: 4 })],
  ['a list that contains none', list({
    contains: { const: 5 },
    minContains: 0,
    maxContains: 0,
    minItems: 3,
    items: { ...COUNT, minimum: 4, maximum: 6 }
  })],
  ['a list of nothing else', list({ contains: TEXT, minContains: 2, maxContains: 3, minItems: 3, items: TEXT })],
  ['a list of nothing else, or not many', list({ contains: TEXT, maxContains: 2, items: TEXT })],
  ['a list that contains anything', list({ contains: true, maxContains: 2 })],
  ['a tuple that contains a text', list({ prefixItems: [COUNT, TEXT], items: false, contains: TEXT })],
  ['a tuple before what it contains', list({ prefixItems: [COUNT], contains: { type: 'boolean' }, minContains: 2 })],
  ['a tuple that counts', list({ prefixItems: [TEXT, COUNT], contains: TEXT, maxContains: 1, minItems: 4 })],
  ['unlike items, of which some are contained', list({
    uniqueItems: true,
    contains: { enum: [1, 2, 3] },
    minContains: 3,
    minItems: 4,
    items: COUNT
  })],
  ['a list that contains two kinds', list({ allOf: [{ contains: TEXT }, { contains: COUNT }], maxItems: 2 })],
  ['what need not be an object', { required: ['a'], properties: { a: false } }],
  ['what need not be a list', { minItems: 2, maxItems: 1 }]
])

t.test('a list that cannot contain what it must is marked', async t => {
  for (const schema of [
    list({ contains: false }),
    list({ contains: TEXT, minContains: 3, maxContains: 1 }),
    list({ contains: TEXT, items: COUNT })
  ]) {
    t.equal(generatorOf(schemaOf(schema))(createWorld(), 'chance').fits, false, JSON.stringify(schema))
  }
})
