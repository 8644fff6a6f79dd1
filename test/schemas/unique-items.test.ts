import t from 'tap'
import { findDuplicates } from '../../src/schemas/unique-items.ts'
import { schemaOf, wrongWith } from '../validation/schema-of.ts'

/** JSON Schema 2020-12, Validation, section 6.4.3, by the equality of Core, section 4.2.2. */
const LISTS: Array<[items: unknown[], twins: [number, number] | undefined]> = [
  [[], undefined],
  [[1, '1', true, null, [], {}, 'true', '{}', '[]'], undefined],
  [[1, 2, 1], [0, 2]],
  [[1, 1.0], [0, 1]],
  [[0, -0], [0, 1]],
  [[{ a: 1, b: [2] }, { b: [2], a: 1 }], [0, 1]],
  [[{ a: 1 }, { a: '1' }, '{"a":1}', ['{"a":1}']], undefined],
  [['{"a":1}', { a: 1 }, 2, { a: 1 }], [1, 3]],
  [[[1, 2], [2, 1], [1, 2]], [0, 2]],
  [['a,b', ['a', 'b'], ['a,b']], undefined]
]

for (const [items, twins] of LISTS) {
  t.test(JSON.stringify(items), async t => t.same(findDuplicates(items), twins))
}

t.test('a long list of objects is looked through at once', async t => {
  const items = Array.from({ length: 50_000 }, (_, id) => ({ id, tags: [id] }))
  const reference = schemaOf({ uniqueItems: true })
  t.same(wrongWith(items, reference), [])
  t.match(wrongWith([...items, { tags: [7], id: 7 }], reference), [/must have unique items \(7 and 50000 are equal\)/])
})
