import t from 'tap'
import { stubKey, valueAt } from '../../src/scenarios/stub-key.ts'
import type { When } from '../../src/scenarios/when.ts'
import { order, requestTo } from '../responses/orders.ts'

const REQUEST = requestTo(order('getOrder'), {
  path: { id: 7 },
  query: { page: '2', fields: ['id'] },
  headers: { 'x-trace': 'abc' },
  body: { 'a/b': { c: 1, d: '1' }, none: null, list: [{ d: null }, { e: true }] }
})

const KEYS: ReadonlyArray<readonly [When, { place: string, value: string } | undefined]> = [
  [{}, undefined],
  [{ query: { fields: ['id'] } }, { place: 'query /fields/0', value: 'id' }],
  [{ query: { fields: [] } }, undefined],
  [{ query: { fields: ['id'] }, anyOrder: ['query'] }, undefined],
  [{ body: { list: [1], 'a/b': { c: 1 } }, contains: ['body'] }, { place: 'body /a~1b/c', value: '1' }],
  [{ body: { list: [{ d: null }, { e: true }] } }, { place: 'body /list/1/e', value: 'true' }],
  [{ body: { none: null } }, undefined],
  [
    { body: { 'a/b': { c: 1 } }, path: { id: 7 } },
    { place: 'body /a~1b/c', value: '1' }
  ],
  [{ body: { 'a/b': { d: '1' } } }, { place: 'body /a~1b/d', value: '"1"' }],
  [{ path: { id: '7' } }, { place: 'path /id', value: '7' }],
  [{ query: { page: 2 } }, { place: 'query /page', value: '2' }],
  [{ headers: { 'X-Trace': 'abc' } }, { place: 'headers /x-trace', value: 'abc' }]
]

for (const [when, key] of KEYS) {
  t.test(
    `the key of ${JSON.stringify(when)} is ${key?.place ?? 'none'}, and a request that matches has its value`,
    async t => {
      t.same(stubKey(when), key)
      if (key !== undefined) t.equal(valueAt(REQUEST, key.place), key.value)
    }
  )
}

t.test('a body that is a text alone is its own key', async t => {
  const key = stubKey({ body: 'text' })
  t.same(key, { place: 'body ', value: '"text"' })
  t.equal(valueAt({ ...REQUEST, body: 'text' }, 'body '), '"text"')
})

t.test('where a request has nothing plain, there is no value', async t => {
  for (const place of [
    'body /none',
    'body /a~1b',
    'body /toString',
    'query /fields',
    'cookies /session'
  ]) {
    t.equal(valueAt(REQUEST, place), undefined, place)
  }
})
