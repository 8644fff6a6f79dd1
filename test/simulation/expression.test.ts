import t from 'tap'
import type { ApiResponse } from '../../src/messages/message.ts'
import { START, play } from './act.ts'
import type { Play } from './act.ts'

/** The value of a template that is the body of a reply to `POST /echo/{id}`. */
function evaluate (template: unknown, request: Parameters<Play['send']>[1] = {}): unknown {
  const { send } = play({
    operations: {
      'POST /echo/{id}': { query: ['q', 'list'], standin: { reply: { status: 200, body: template } } }
    }
  })
  return send('POST /echo/{id}', request).body
}

t.test('parts of the request are read by name and by JSON pointer', async t => {
  const request = {
    url: '/echo/7?q=x',
    path: { id: 7, deep: 1 },
    query: { q: 'x', list: ['a', 'b'] },
    headers: { 'x-api-key': 'secret' },
    cookies: { session: 'abc' },
    body: {
      name: 'Ann',
      'a/b': 1,
      'c.d': 2,
      '~': 3,
      list: [{ n: 1 }, { n: 2 }],
      nothing: null,
      no: false,
      zero: 0
    }
  }
  const expected: Array<[expression: string, value: unknown]> = [
    ['$url', '/echo/7?q=x'],
    ['$method', 'POST'],
    ['$statusCode', 200],
    ['$operation', 'shop.POST /echo/{id}'],
    ['$request.path.id', 7],
    ['$request.query.q', 'x'],
    ['$request.query.list.1', 'b'],
    ['$request.query.list#/0', 'a'],
    ['$request.header.x-api-key', 'secret'],
    ['$request.header.X-Api-Key', 'secret'],
    ['$request.cookie.session', 'abc'],
    ['$request.body', request.body],
    ['$request.body#/name', 'Ann'],
    ['$request.body.name', 'Ann'],
    ['$request.body#/a~1b', 1],
    ['$request.body#/c.d', 2],
    ['$request.body#/~0', 3],
    ['$request.body#/list/1/n', 2],
    ['$request.body.list.1.n', 2],
    ['$request.body.list#/0/n', 1],
    ['$request.body#/nothing', null],
    ['$request.body#/no', false],
    ['$request.body#/zero', 0]
  ]
  for (const [expression, value] of expected) {
    t.same(
      evaluate({ value: expression }, request),
      { value },
      expression
    )
  }
})

t.test('what is not there is undefined, however deep, and reads no member that an object inherits', async t => {
  const body = { list: [], text: 'abc' }
  for (const expression of [
    '$request.body#/x',
    '$request.body#/x/y/z',
    '$request.body#/list/0',
    '$request.body#/text/length',
    '$request.body#/constructor',
    '$request.header.toString',
    '$request.query.q',
    '$request.path.id',
    '$request.cookie.session'
  ]) {
    t.same(evaluate({ value: expression }, { body }), {}, expression)
  }
})

t.test('the server is named as the world has to be addressed', async t => {
  t.same(evaluate(['$server.url', '$server.path']), ['http://shop.test/~test', '/~test'])
})

t.test('an instant has five forms beside its own', async t => {
  const instants = {
    plain: '$now',
    seconds: '$now.epochSeconds',
    ms: '$now.epochMilliseconds',
    iso: '$now.milliseconds',
    date: '$now.date',
    http: '$now.http'
  }
  const { advance, send } = play({
    operations: { 'POST /now': { standin: { reply: { status: 200, body: instants } } } }
  })
  await advance('PT1.234S')
  t.same(send('POST /now').body, {
    plain: '2026-01-01T00:00:01Z',
    seconds: START / 1_000 + 1,
    ms: START + 1_234,
    iso: '2026-01-01T00:00:01.234Z',
    date: '2026-01-01',
    http: 'Thu, 01 Jan 2026 00:00:01 GMT'
  })
})

t.test('the time is one for all of a request, a uuid is new each time, and both repeat with the seed', async t => {
  const operations = { 'POST /ids': { standin: { reply: { status: 200, body: ['$uuid', '$uuid', '$now'] } } } }
  const first = play({ operations })
  const body = first.send('POST /ids').body as string[]
  t.match(body[0], /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  t.not(body[0], body[1])
  t.same(play({ operations }).send('POST /ids').body, body)
  t.notSame(first.elsewhere('other').send('POST /ids').body, body)
})

t.test('the time that a request has taken is text with six decimals', async t => {
  t.match(evaluate('$elapsed'), /^0\.\d{6}$/)
})

t.test('a resource is spoken of by its members, id, status and times', async t => {
  const { advance, send } = play({
    root: {
      resources: {
        Job: {
          id: { member: 'Id', format: 'integer', from: 7 },
          status: { member: 'State', running: ['Waiting'] },
          lifecycles: { good: [{ Waiting: 'PT10S' }, 'Done'] },
          always: { Size: 1 }
        }
      }
    },
    operations: {
      'POST /jobs': {
        standin: {
          create: {
            type: 'Job',
            members: { name: '$request.body#/name' },
            hidden: { token: '$request.body#/token' }
          },
          reply: { status: 200, body: '$resource' }
        }
      },
      'GET /jobs/{id}': {
        statuses: [200, 404],
        standin: {
          find: { type: 'Job', id: '$request.path.id', else: { status: 404 } },
          reply: {
            status: 200,
            body: {
              whole: '$resource',
              name: '$resource.name',
              pointer: '$resource#/Size',
              id: '$id',
              created: '$created',
              createdMs: '$created.epochMilliseconds',
              status: '$status',
              since: '$status.since',
              sinceDate: '$status.since.date',
              until: '$status.until',
              untilHttp: '$status.until.http',
              progress: '$status.progress',
              token: '$hidden.token',
              hidden: '$hidden'
            }
          }
        }
      }
    }
  })
  t.same(send('POST /jobs', { body: { name: 'a', token: 'secret' } }).body, {
    Id: 7,
    State: 'Waiting',
    name: 'a',
    Size: 1
  })
  await advance('PT2.5S')
  t.same(send('GET /jobs/{id}', { path: { id: 7 } }).body, {
    whole: { Id: 7, State: 'Waiting', name: 'a', Size: 1 },
    name: 'a',
    pointer: 1,
    id: 7,
    created: '2026-01-01T00:00:00Z',
    createdMs: START,
    status: 'Waiting',
    since: '2026-01-01T00:00:00Z',
    sinceDate: '2026-01-01',
    until: '2026-01-01T00:00:10Z',
    untilHttp: 'Thu, 01 Jan 2026 00:00:10 GMT',
    progress: 25,
    token: 'secret',
    hidden: { token: 'secret' }
  })
  await advance('PT10S')
  const { body } = send('GET /jobs/{id}', { path: { id: 7 } })
  t.match(body, { status: 'Done', since: '2026-01-01T00:00:10Z', progress: 100 })
  t.notOk('until' in (body as object), 'a last status has no end')
})

t.test('violations can be listed and told in one text', async t => {
  const { scope, simulation } = play({
    root: {
      refusals: {
        invalid: {
          status: 400,
          body: {
            all: '$violations.text',
            list: { $each: '$violations', as: '{$item.in} {$item.pointer}' },
            first: '$violations.0.message',
            operation: '$operation'
          }
        }
      }
    },
    operations: { 'POST /jobs': { statuses: [200, 400] } }
  })
  const violations = [
    { in: 'body', pointer: '/a', rule: 'type', expected: 'be text', message: 'body /a must be text' },
    { in: 'query', pointer: '/b', rule: 'type', expected: 'be a number', message: 'query /b must be a number' }
  ] as const
  const refused: ApiResponse | undefined = simulation.replies.refuse('invalid', {
    ...scope('POST /jobs'),
    reason: { kind: 'violations', violations }
  })
  t.same(refused?.body, {
    all: 'body /a must be text; query /b must be a number',
    list: ['body /a', 'query /b'],
    first: 'body /a must be text',
    operation: 'shop.POST /jobs'
  })
  t.equal(refused?.source, 'refusal')
})
