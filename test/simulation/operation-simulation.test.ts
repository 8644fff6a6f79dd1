import t from 'tap'
import { play } from './act.ts'

const ROOT = { resources: { Job: { id: { member: 'id', format: 'integer' } } } }
const MADE = { status: 200, body: { id: '$id', at: '$now', echo: '$request.body#/name' } }

t.test('an idempotent operation gives the first answer to a key again, and creates nothing', async t => {
  const { advance, send, world } = play({
    root: ROOT,
    operations: {
      'POST /jobs': {
        standin: { idempotent: { by: '$request.body#/key' }, create: { type: 'Job' }, reply: MADE }
      }
    }
  })
  const first = send('POST /jobs', { body: { key: 'k', name: 'first' } })
  await advance('PT1H')
  const again = send('POST /jobs', { body: { key: 'k', name: 'again' } })
  t.strictSame([again.status, again.body], [200, { id: 1, at: '2026-01-01T00:00:00Z', echo: 'first' }])
  t.ok(first.resource)
  t.notOk(again.resource, 'its callbacks are not asked for again')
  t.equal(world.store.list().length, 1)

  t.match(send('POST /jobs', { body: { key: 'other' } }).body, { id: 2 })
  t.match(send('POST /jobs', { body: { key: 7 } }).body, { id: 3 })
  t.match(send('POST /jobs', { body: { key: '7' } }).body, { id: 4 }, 'text is not a number')
})

t.test('without a key nothing is remembered', async t => {
  const { send } = play({
    root: ROOT,
    operations: {
      'POST /jobs': {
        standin: { idempotent: { by: '$request.body#/key' }, create: { type: 'Job' }, reply: MADE }
      }
    }
  })
  t.same(
    [
      send('POST /jobs', { body: {} }),
      send('POST /jobs', { body: { key: null } }),
      send('POST /jobs')
    ].map(({ body }) => (body as { id: number }).id),
    [1, 2, 3]
  )
})

t.test('a refusal is remembered too, and operations share what they remember by its name', async t => {
  const idempotent = { by: '$request.body#/key', memory: 'commands' }
  const requires = {
    all: [{ type: 'Job', id: '$request.body#/job' }],
    else: { status: 400, body: '$problems' }
  }
  const { elsewhere, send } = play({
    root: ROOT,
    operations: {
      'POST /a': { statuses: [200, 400], standin: { idempotent, requires, reply: { status: 200, body: 'a' } } },
      'POST /b': { statuses: [200, 400], standin: { idempotent, reply: { status: 200, body: 'b' } } },
      'POST /c': { standin: { idempotent: { by: '$request.body#/key' }, reply: { status: 200, body: 'c' } } }
    }
  })
  const request = { body: { key: 1, job: 5 } }
  t.same(send('POST /a', request).body, [5])
  t.match(send('POST /b', request), { status: 400, body: [5] })
  t.same(send('POST /c', request).body, 'c', 'one that names no memory has its own')
  t.same(elsewhere('other').send('POST /b', request).body, 'b', 'another world remembers nothing')
})

t.test('steps run in one order, whatever the order in which they are written', async t => {
  const { send, world } = play({
    root: {
      resources: {
        Job: { id: { member: 'id', format: 'integer' } },
        User: { exists: { type: 'integer', minimum: 1 } }
      }
    },
    operations: {
      'POST /jobs/{id}': {
        statuses: [200, 400, 404],
        standin: {
          reply: { status: 200, body: '$resource' },
          create: { members: { of: '$request.path.id' }, type: 'Job' },
          find: { type: 'Job', id: '$request.path.id', else: { status: 404 } },
          requires: { else: { status: 400 }, all: [{ type: 'User', id: '$request.body' }] }
        }
      }
    }
  })
  t.equal(send('POST /jobs/{id}', { path: { id: 1 }, body: 0 }).status, 400)
  t.equal(send('POST /jobs/{id}', { path: { id: 1 }, body: 1 }).status, 404)
  t.equal(world.store.list().length, 0)
})

t.test('without a reply the request is left to the next source', async t => {
  const { ask, world } = play({
    root: ROOT,
    operations: { 'POST /jobs': { standin: { create: { type: 'Job' } } }, 'POST /else': {} }
  })
  t.equal(ask('POST /jobs'), undefined)
  t.equal(world.store.list().length, 1)
  t.equal(ask('POST /else'), undefined)
})

t.test('a reply gives an example of the document, or nothing', async t => {
  const responses = {
    200: {
      description: '',
      content: { 'application/json': { examples: { one: { value: { n: 1 } }, two: { value: { n: 2 } } } } }
    }
  }
  const { send } = play({
    root: { replies: { two: { status: 200, example: 'two' } } },
    operations: {
      'GET /one': {
        standin: { reply: { status: 200, example: 'one', headers: { 'X-A': 'b' } } },
        more: { responses }
      },
      'GET /two': { standin: { reply: 'two' }, more: { responses } },
      'GET /none': { standin: { reply: { status: 200 } }, more: { responses } }
    }
  })
  t.match(send('GET /one'), { status: 200, body: { n: 1 }, headers: { 'x-a': 'b' } })
  t.same(send('GET /two').body, { n: 2 })
  t.equal(send('GET /none').body, undefined)
})
