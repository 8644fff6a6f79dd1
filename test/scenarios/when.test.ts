import t from 'tap'
import { compileWhen } from '../../src/scenarios/when.ts'
import type { When } from '../../src/scenarios/when.ts'
import { order, requestTo } from '../responses/orders.ts'

const REQUEST = requestTo(order('getOrder'), {
  path: { id: 7 },
  query: { fields: ['id', 'status'], page: '2', deep: { a: 1 } },
  headers: { 'x-trace': 'abc', 'x-count': 3 },
  cookies: { session: 's1' },
  body: { uuid: 'u', data: { ids: [1, 2], system: { id: 5, name: null } }, done: false }
})

const MATCHING: readonly When[] = [
  {},
  { path: { id: 7 } },
  { path: { id: '7' } },
  { query: { page: 2 } },
  { query: { page: '2', fields: ['id', 'status'] } },
  { query: { deep: { a: '1' } } },
  { headers: { 'X-Trace': 'abc' } },
  { headers: { 'x-count': '3' } },
  { cookies: { session: 's1' } },
  { body: {} },
  { body: { uuid: 'u' } },
  { body: { data: { ids: [1, 2] } } },
  { body: { data: { system: { name: null } }, done: false } },
  { path: { id: 7 }, query: {}, body: { uuid: 'u' } },
  { path: { id: '7' }, exact: ['path'] },
  { query: { fields: ['id', 'status'], page: 2, deep: { a: 1 } }, exact: ['query'] },
  {
    body: { uuid: 'u', data: { ids: [1, 2], system: { id: 5, name: null } }, done: false },
    query: {},
    exact: ['body']
  }
]

const NOT_MATCHING: readonly When[] = [
  { path: { id: 8 } },
  { path: { other: 7 } },
  { query: { fields: ['id'] } },
  { query: { fields: 'id' } },
  { query: { page: { a: 1 } } },
  { query: { missing: 'undefined' } },
  { headers: { 'x-trace': 'ABC' } },
  { headers: { missing: 'abc' } },
  { cookies: { session: 's2' } },
  { body: { uuid: 'v' } },
  { body: { data: { ids: [1] } } },
  { body: { data: { ids: [1, 2, 3] } } },
  { body: { data: { ids: ['1', 2] } } },
  { body: { data: { ids: { 0: 1 } } } },
  { body: { done: null } },
  { body: { data: { system: { id: '5' } } } },
  { body: { toString: {} } },
  { body: [] },
  { body: 'u' },
  { body: null },
  { path: { id: 7 }, body: { uuid: 'v' } },
  { query: { page: 2 }, exact: ['query'] },
  { body: { uuid: 'u', data: { ids: [1, 2], system: { id: 5 } }, done: false }, exact: ['body'] },
  { cookies: {}, exact: ['cookies'] },
  { resource: { status: 'ready' } }
]

for (const when of MATCHING) {
  t.test(`${JSON.stringify(when)} matches`, async t => {
    t.equal(compileWhen(when)(REQUEST), true)
  })
}

for (const when of NOT_MATCHING) {
  t.test(`${JSON.stringify(when)} does not match`, async t => {
    t.equal(compileWhen(when)(REQUEST), false)
  })
}

t.test('lists of objects match item by item, each in part', async t => {
  const matches = compileWhen({ body: { items: [{ sku: 'a' }, {}] } })
  t.equal(matches({ ...REQUEST, body: { items: [{ sku: 'a', count: 1 }, { sku: 'b' }] } }), true)
  t.equal(matches({ ...REQUEST, body: { items: [{ sku: 'b' }, { sku: 'a' }] } }), false)
})

t.test('a request without a body matches no body, not even null', async t => {
  t.equal(compileWhen({ body: null })({ ...REQUEST, body: undefined }), false)
  t.equal(compileWhen({ body: {} })({ ...REQUEST, body: undefined }), false)
  t.equal(compileWhen({ body: null })({ ...REQUEST, body: null }), true)
})

t.test('a body that is text or a list is matched as a whole, or item by item', async t => {
  t.equal(compileWhen({ body: 'text' })({ ...REQUEST, body: 'text' }), true)
  t.equal(compileWhen({ body: [{ a: 1 }] })({ ...REQUEST, body: [{ a: 1, b: 2 }] }), true)
})

t.test('a member called __proto__ is a member like any other', async t => {
  const matches = compileWhen({ body: JSON.parse('{"__proto__":{"a":1}}') })
  t.equal(matches({ ...REQUEST, body: JSON.parse('{"__proto__":{"a":1}}') }), true)
  t.equal(matches({ ...REQUEST, body: { a: 1 } }), false)
})

t.test('a part can have to fit a schema as well', async t => {
  const matches = compileWhen(
    { body: { uuid: 'u' } },
    { body: body => Object.keys(Object(body)).length === 2 }
  )
  t.equal(matches({ ...REQUEST, body: { uuid: 'u', a: 1 } }), true)
  t.equal(matches({ ...REQUEST, body: { uuid: 'u' } }), false)
  t.equal(matches({ ...REQUEST, body: { a: 1, b: 2 } }), false)
})

t.test('the status of the resource is asked for only where all else matches', async t => {
  let asked = 0
  const matches = compileWhen({ path: { id: 7 }, resource: { status: ['ready', 'cooling'] } })
  const statusOf = (status: string | undefined) => () => {
    asked++
    return status
  }
  t.equal(matches({ ...REQUEST, path: { id: 8 } }, statusOf('ready')), false)
  t.equal(asked, 0)
  t.equal(matches(REQUEST, statusOf('ready')), true)
  t.equal(matches(REQUEST, statusOf('heating')), false)
  t.equal(matches(REQUEST, statusOf(undefined)), false)
})

/** Tests the list of a body: its mode, what is expected, what comes, and whether that matches. */
const LISTS: ReadonlyArray<readonly ['anyOrder' | 'contains', unknown, unknown, boolean]> = [
  ['anyOrder', ['a', 'b'], ['b', 'a'], true],
  ['anyOrder', ['a', 'b'], ['a', 'b', 'b'], false],
  ['anyOrder', ['a', 'a', 'b'], ['a', 'b', 'b'], false],
  ['anyOrder', ['a', 'b'], ['a'], false],
  ['anyOrder', [], [], true],
  ['anyOrder', [], ['a'], false],
  ['anyOrder', [1], ['1'], false],
  ['anyOrder', [null, true], [true, null], true],
  ['anyOrder', [{ a: 1 }, 'x'], ['x', { a: 1, b: 2 }], true],
  // The first item fits both expectations, and must be left to the second one.
  ['anyOrder', [{}, { a: 1 }], [{ a: 1 }, { b: 1 }], true],
  ['anyOrder', [{ a: 1 }, {}, {}], [{}, {}, { a: 1 }], true],
  ['anyOrder', [{ a: 1 }, { a: 1 }], [{ a: 1 }, {}], false],
  ['anyOrder', [[1, 2], [3]], [[3], [2, 1]], true],
  ['anyOrder', [{ tags: ['a', 'b'] }], [{ tags: ['b', 'a'] }], true],
  ['anyOrder', ['a'], { 0: 'a' }, false],
  ['contains', ['b'], ['a', 'b', 'c'], true],
  ['contains', ['b', 'b'], ['a', 'b', 'c'], false],
  ['contains', [{ a: 1 }], [{}, { a: 1, b: 2 }], true],
  ['contains', ['d'], ['a', 'b', 'c'], false],
  ['contains', [], ['a'], true],
  ['contains', [], 'a', false]
]

for (const [word, expected, actual, isMatch] of LISTS) {
  const verb = isMatch ? 'matches' : 'does not match'
  t.test(`${JSON.stringify(actual)} ${verb} ${JSON.stringify(expected)} with ${word}`, async t => {
    const matches = compileWhen({ body: { list: expected }, [word]: ['body'] })
    t.equal(matches({ ...REQUEST, body: { list: actual } }), isMatch)
  })
}

t.test('the order of lists in other parts still matters', async t => {
  const when: When = { query: { fields: ['status', 'id'] } }
  t.equal(compileWhen({ ...when, body: {}, anyOrder: ['body'] })(REQUEST), false)
  t.equal(compileWhen({ ...when, anyOrder: ['query'] })(REQUEST), true)
})
