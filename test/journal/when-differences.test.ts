import t from 'tap'
import { whenDifferences } from '../../src/journal/when-differences.ts'
import { compileWhen } from '../../src/scenarios/when.ts'
import type { When } from '../../src/scenarios/when.ts'

const REQUEST = {
  path: { id: 7 },
  query: { page: '2' },
  headers: { 'x-trace': 'abc', 'x-api-key': 'secret-key' },
  cookies: { session: 's' },
  body: { EntityType: 'Order', AccessToken: 'secret', ids: [1, 2], inner: { a: 1 } }
}

const CASES: ReadonlyArray<
  readonly [when: When, differences: ReadonlyArray<Readonly<Record<string, unknown>>>]
> = [
  [{}, []],
  [
    {
      body: { EntityType: 'Order', inner: {} },
      path: { id: '7' },
      query: { page: 2 },
      headers: { 'X-Trace': 'abc' }
    },
    []
  ],
  [
    { body: { EntityType: 'Payment' } },
    [{ where: 'body /EntityType', expected: 'Payment', actual: 'Order' }]
  ],
  [{ body: { EntityTyp: 'Order' } }, [{ where: 'body /EntityTyp', expected: 'Order' }]],
  [{ body: { ids: [1, 3] } }, [{ where: 'body /ids/1', expected: 3, actual: 2 }]],
  [{ body: { ids: [1] } }, [{ where: 'body /ids', expected: [1], actual: [1, 2] }]],
  [{ body: { ids: ['1', 2] } }, [{ where: 'body /ids/0', expected: '1', actual: 1 }]],
  [
    { body: { inner: { a: { b: 1 } } } },
    [{ where: 'body /inner/a', expected: { b: 1 }, actual: 1 }]
  ],
  [{ body: { 'a/b': 1 } }, [{ where: 'body /a~1b', expected: 1 }]],
  [
    { body: [1] },
    [{ where: 'body', expected: [1], actual: { ...REQUEST.body, AccessToken: '***' } }]
  ],
  [
    { body: { AccessToken: 'other' } },
    [{ where: 'body /AccessToken', expected: '***', actual: '***' }]
  ],
  [
    { headers: { 'X-Api-Key': 'k' } },
    [{ where: 'headers /x-api-key', expected: '***', actual: '***' }]
  ],
  [
    { path: { id: 8 }, query: { page: 3 }, cookies: { session: 't' } },
    [
      { where: 'path /id', expected: 8, actual: 7 },
      { where: 'query /page', expected: 3, actual: '2' },
      { where: 'cookies /session', expected: '***', actual: '***' }
    ]
  ],
  [
    { body: { inner: {} }, exact: ['body'] },
    [
      { where: 'body /inner/a', actual: 1 },
      { where: 'body /EntityType', actual: 'Order' },
      { where: 'body /AccessToken', actual: '***' },
      { where: 'body /ids', actual: [1, 2] }
    ]
  ],
  [
    {
      schemas: {
        body: {
          properties: { EntityType: { type: 'integer' }, ids: { minItems: 3 } },
          required: ['more']
        }
      }
    } as When,
    [
      { where: 'body /more', expected: 'be present' },
      { where: 'body /EntityType', expected: 'be an integer', actual: '"Order"' },
      { where: 'body /ids', expected: 'have at least 3 items', actual: '2' }
    ]
  ],
  [{ schemas: { query: false } } as When, [{ where: 'query', expected: 'not be there' }]],
  [{ schemas: { query: true } } as When, []]
]

for (const [when, differences] of CASES) {
  t.test(
    `${JSON.stringify(when)} differs in ${differences.map(({ where }) => where).join(', ') || 'nothing'}`,
    async t => {
      t.strictSame(whenDifferences(when, REQUEST), differences)
      if (when.schemas === undefined) {
        t.equal(compileWhen(when)(REQUEST), differences.length === 0, 'as the matching has it')
      }
    }
  )
}

t.test('of a list in any order, the items that are missing and those that are left over are told', async t => {
  const request = { ...REQUEST, body: { tags: ['a', { b: 1 }, 'c'] } }
  const differences = (tags: unknown, word: 'anyOrder' | 'contains') =>
    whenDifferences({ body: { tags }, [word]: ['body'] }, request)
  t.same(differences(['c', 'a', { b: 1 }], 'anyOrder'), [])
  t.same(differences(['c', 'd'], 'anyOrder'), [
    { where: 'body /tags', expected: 'd' },
    { where: 'body /tags', actual: 'a' },
    { where: 'body /tags', actual: { b: 1 } }
  ])
  t.same(differences([{ b: 1 }], 'contains'), [])
  t.same(differences(['c', 'd'], 'contains'), [{ where: 'body /tags', expected: 'd' }])
})

t.test('long lists in any order differ as a whole', async t => {
  const tags = Array.from({ length: 1_000 }, (_, index) => index)
  const request = { ...REQUEST, body: { tags } }
  const differences = (expected: readonly number[]) =>
    whenDifferences({ body: { tags: expected }, anyOrder: ['body'] }, request)
  t.match(differences(tags.map(tag => tag + 1)), [{ where: 'body /tags' }])
  t.same(differences(tags.toReversed()), [])
})

t.test('what is long is told in short', async t => {
  const [difference] = whenDifferences({ body: 'a' }, { ...REQUEST, body: 'x'.repeat(10_000) })
  t.ok(JSON.stringify(difference).length < 200)
  const [bytes] = whenDifferences({ body: 'a' }, { ...REQUEST, body: Buffer.alloc(10_000) })
  t.same(bytes, { where: 'body', expected: 'a', actual: '10000 bytes, not shown' })
})
