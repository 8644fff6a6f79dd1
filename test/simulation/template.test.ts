import t from 'tap'
import { play } from './act.ts'

function fill (template: unknown, body?: unknown): unknown {
  const { send } = play({
    operations: { 'POST /echo': { standin: { reply: { status: 200, body: template } } } }
  })
  return send('POST /echo', { body }).body
}

const CASES: Array<{ title: string, template: unknown, body?: unknown, filled: unknown }> = [
  {
    title: 'a value without expressions stays as it is',
    template: { a: [1, null, true, 'text'] },
    filled: { a: [1, null, true, 'text'] }
  },
  {
    title: 'an expression gives a value of any type',
    template: ['$request.body', '$request.body#/n'],
    body: { n: 1 },
    filled: [{ n: 1 }, 1]
  },
  {
    title: 'an expression within a text gives text',
    template: 'no. {$request.body#/n} of {$request.body#/of}.',
    body: { n: 1, of: true },
    filled: 'no. 1 of true.'
  },
  {
    title: 'within a text, what is undefined or null is nothing',
    template: '[{$request.body#/x}{$request.body#/y}]',
    body: { y: null },
    filled: '[]'
  },
  {
    title: 'within a text, objects and lists are JSON',
    template: '{$request.body#/o} {$request.body#/l}',
    body: { o: { a: 1 }, l: [1] },
    filled: '{"a":1} [1]'
  },
  {
    title: 'two dollar signs at the beginning stand for one',
    template: ['$$request.body', '$$', '$$5'],
    filled: ['$request.body', '$', '$5']
  },
  {
    title: 'after them, expressions within the text are filled in',
    template: '$$' + '{$request.body} a piece',
    body: 12,
    filled: '$12 a piece'
  },
  {
    title: 'two dollar signs in braces stand for one in braces',
    template: 'write {$$now} or {$request.body}',
    body: 'this',
    filled: 'write {$now} or this'
  },
  {
    title: 'a dollar sign or brace elsewhere means nothing',
    template: ['costs $5', 'a {b} {', 'x{ $now}'],
    filled: ['costs $5', 'a {b} {', 'x{ $now}']
  },
  {
    title: 'a member whose name begins with two dollar signs has a name that begins with one',
    template: { $$ref: '#/a', b: '$request.body' },
    body: 1,
    filled: { $ref: '#/a', b: 1 }
  },
  {
    title: 'a member whose value is undefined is left out',
    template: { a: '$request.body#/x', b: { c: '$request.body#/y' } },
    body: {},
    filled: { b: {} }
  },
  {
    title: 'an item of a list whose value is undefined is left out',
    template: ['$request.body#/x', 1, '$request.body#/y'],
    body: {},
    filled: [1]
  },
  {
    title: 'null is a value, and stays',
    template: { a: '$request.body#/x', b: null },
    body: { x: null },
    filled: { a: null, b: null }
  },
  {
    title: '$each makes a list of a list',
    template: { $each: '$request.body', as: { n: '$item', text: 'no. {$item}' } },
    body: [1, 2],
    filled: [{ n: 1, text: 'no. 1' }, { n: 2, text: 'no. 2' }]
  },
  { title: '$each of none is none', template: { $each: '$request.body', as: '$item' }, body: [], filled: [] },
  {
    title: '$each of what is no list is undefined',
    template: { a: { $each: '$request.body', as: '$item' } },
    body: 'x',
    filled: {}
  },
  {
    title: '$each goes through members of items',
    template: { $each: '$request.body', as: { $each: '$item.l', as: '$item#/n' } },
    body: [{ l: [{ n: 1 }] }, { l: [] }],
    filled: [[1], []]
  },
  {
    title: '$each goes through a list that is written out',
    template: { $each: ['$request.body', 2], as: '{$item}!' },
    body: 1,
    filled: ['1!', '2!']
  },
  {
    title: '$first takes the first that is not undefined',
    template: { $first: ['$request.body#/x', '$request.body#/y', 'z'] },
    body: { y: 1 },
    filled: 1
  },
  {
    title: '$first takes null',
    template: { $first: ['$request.body#/x', 'z'] },
    body: { x: null },
    filled: null
  },
  {
    title: '$first of what is all undefined is undefined',
    template: { a: { $first: ['$request.body#/x'] } },
    body: {},
    filled: {}
  },
  {
    title: '$choose takes the template of a value',
    template: { $choose: '$request.body', of: { a: { is: '$request.body' }, b: 2 } },
    body: 'a',
    filled: { is: 'a' }
  },
  {
    title: '$choose compares as text',
    template: { $choose: '$request.body', of: { true: 'yes', false: 'no' } },
    body: true,
    filled: 'yes'
  },
  {
    title: '$choose takes else for another value',
    template: { $choose: '$request.body', of: { a: 1 }, else: ['$request.body'] },
    body: 'b',
    filled: ['b']
  },
  {
    title: '$choose without else is undefined for another value',
    template: { a: { $choose: '$request.body', of: { a: 1 } } },
    body: 'toString',
    filled: {}
  }
]

for (const { body, filled, template, title } of CASES) {
  t.test(title, async t => { t.strictSame(fill(template, body), filled) })
}

t.test('headers are text, left out where undefined, and carry only what a header can', async t => {
  const headers = {
    'X-N': '$request.body#/n',
    'X-None': '$request.body#/none',
    'X-Null': '$request.body#/nothing',
    'X-Text': '$request.body#/text',
    'X-List': '$request.body#/list',
    'X-Lines': ['$request.body#/n', '$request.body#/none', 'b'],
    'X-Each': { $each: '$request.body#/list', as: '$item' },
    'Set-Cookie': '$request.body#/list',
    'X-Fixed': 'a'
  }
  const { send } = play({ operations: { 'POST /echo': { standin: { reply: { status: 200, headers } } } } })
  const response = send('POST /echo', {
    body: { n: 5, nothing: null, text: 'a\r\nSet-Cookie: b — c', list: [1, 2] }
  })
  t.strictSame(response.headers, {
    'x-n': '5',
    'x-null': '',
    'x-text': 'a%0D%0ASet-Cookie: b %E2%80%94 c',
    'x-list': '[1,2]',
    'x-lines': ['5', 'b'],
    'x-each': ['1', '2'],
    'set-cookie': ['1', '2'],
    'x-fixed': 'a'
  })
  t.match(response.headerFlaws, [{ in: 'header', pointer: '/x-text', rule: 'unsendable' }])
  t.equal(response.body, undefined)
})

t.test('the headers of the API know the status', async t => {
  const { scope, simulation } = play({
    root: { headers: { 'X-Status': '$statusCode', 'X-Path': '$request.path.id' } },
    operations: { 'GET /jobs/{id}': {} }
  })
  t.same(
    simulation.replies.headers?.({ ...scope('GET /jobs/{id}', { path: { id: 5 } }), statusCode: 404 }).headers,
    { 'x-status': '404', 'x-path': '5' }
  )
  t.same(
    simulation.replies.headers?.({ ...scope(), statusCode: 404 }).headers,
    { 'x-status': '404' },
    'of a request that found no operation'
  )
})
