import t from 'tap'
import { play } from './act.ts'
import type { Play } from './act.ts'

/** Jobs that operations find in the ways that a test declares; each creation has a name, an owner and a hidden room. */
function playJobs (
  finds: Readonly<Record<string, { readonly many?: boolean, readonly [word: string]: unknown }>>
): Play {
  const operations = Object.fromEntries(Object.entries(finds).map(([title, find]) => [title, {
    query: ['id', 'name', 'owner', 'room'],
    statuses: [200, 404],
    standin: { find, reply: { status: 200, body: find.many === true ? '$resources' : '$resource' } }
  }]))
  return play({
    root: {
      replies: { none: { status: 404, body: 'none' } },
      resources: {
        Job: {
          id: { member: 'id', format: 'integer' },
          status: { member: 'status', running: ['waiting'] },
          lifecycles: { success: [{ waiting: 'PT10S' }, 'done'] }
        }
      }
    },
    operations: {
      ...operations,
      'POST /jobs': {
        standin: {
          create: {
            type: 'Job',
            members: { name: '$request.body#/name', owner: '$request.body#/owner' },
            hidden: { room: '$request.body#/room' }
          },
          reply: { status: 200, body: '$id' }
        }
      }
    }
  })
}

const ids = (body: unknown): unknown => (body as Array<{ id: unknown }>).map(({ id }) => id)
const id = (body: unknown): unknown => (body as { id: unknown }).id

t.test('one is found by its id, whether that comes as text or as a number', async t => {
  const { send } = playJobs({ 'GET /jobs/{id}': { type: 'Job', id: '$request.path.id', else: 'none' } })
  send('POST /jobs', { body: { name: 'a' } })
  t.strictSame(send('GET /jobs/{id}', { path: { id: 1 } }).body, { id: 1, status: 'waiting', name: 'a' })
  t.strictSame(send('GET /jobs/{id}', { path: { id: '1' } }).body, { id: 1, status: 'waiting', name: 'a' })
  for (const id of [2, '01', 'undefined', undefined, null, '']) {
    t.match(
      send('GET /jobs/{id}', { path: { id } }),
      { status: 404, body: 'none' }
    )
  }
})

t.test('what was deleted is not found', async t => {
  const { send, world } = playJobs({ 'GET /jobs/{id}': { type: 'Job', id: '$request.path.id', else: 'none' } })
  send('POST /jobs')
  world.store.delete('shop.Job', '1')
  t.equal(send('GET /jobs/{id}', { path: { id: 1 } }).status, 404)
})

t.test('an id and the value of a member must both fit', async t => {
  const { send } = playJobs({
    'GET /jobs/{id}': {
      type: 'Job',
      id: '$request.path.id',
      where: { owner: '$request.query.owner', room: '$request.query.room' },
      else: 'none'
    }
  })
  send('POST /jobs', { body: { owner: 'ann', room: 1 } })
  const status = (owner: string, room: unknown) =>
    send('GET /jobs/{id}', { path: { id: 1 }, query: { owner, room } }).status
  t.same(
    [status('ann', 1), status('bob', 1), status('ann', 2), status('ann', '1')],
    [200, 404, 404, 404],
    'a text is not a number'
  )
})

t.test('of several that fit, the latest is found, or the first', async t => {
  const where = { owner: '$request.query.owner' }
  const { send } = playJobs({
    'GET /default': { type: 'Job', where, else: 'none' },
    'GET /latest': { type: 'Job', where, pick: 'latest', else: 'none' },
    'GET /first': { type: 'Job', where, pick: 'first', else: 'none' },
    'GET /any': { type: 'Job', else: 'none' }
  })
  t.equal(send('GET /any').status, 404)
  for (const owner of ['ann', 'bob', 'ann', 'bob']) send('POST /jobs', { body: { owner } })
  const found = (title: string) => id(send(title, { query: { owner: 'ann' } }).body)
  t.same(['GET /default', 'GET /latest', 'GET /first', 'GET /any'].map(found), [3, 3, 1, 4])
  t.equal(send('GET /first', { query: { owner: 'cat' } }).status, 404)
})

t.test('one can be sought among those in some statuses', async t => {
  const { advance, send } = playJobs({
    'GET /done': { type: 'Job', where: { owner: '$request.query.owner' }, while: ['done'], else: 'none' },
    'GET /first': { type: 'Job', while: ['waiting'], pick: 'first', else: 'none' },
    'GET /jobs/{id}': { type: 'Job', id: '$request.path.id', while: ['done'], else: 'none' }
  })
  send('POST /jobs', { body: { owner: 'ann' } })
  await advance('PT6S')
  send('POST /jobs', { body: { owner: 'ann' } })
  const query = { owner: 'ann' }
  t.same([send('GET /done', { query }).status, id(send('GET /first').body)], [404, 1])
  await advance('PT6S')
  t.same([id(send('GET /done', { query }).body), id(send('GET /first').body)], [1, 2])
  t.same([1, 2].map(id => send('GET /jobs/{id}', { path: { id } }).status), [200, 404])
})

t.test('many are given in the order in which they were asked for, each once, the unknown left out', async t => {
  const { send } = playJobs({ 'POST /find': { type: 'Job', id: '$request.body#/ids', many: true } })
  for (let count = 0; count < 4; count++) send('POST /jobs')
  t.same(ids(send('POST /find', { body: { ids: [3, 9, '1', 3, 2, 1] } }).body), [3, 1, 2])
  t.same(ids(send('POST /find', { body: { ids: 4 } }).body), [4])
  for (const body of [{ ids: [] }, {}, { ids: null }]) t.same(send('POST /find', { body }).body, [])
})

t.test('many are given in the order of their creation where they are not asked for by id', async t => {
  const { advance, send } = playJobs({
    'GET /jobs': { type: 'Job', many: true },
    'GET /of': { type: 'Job', where: { owner: '$request.query.owner' }, many: true },
    'GET /done': { type: 'Job', while: ['done'], many: true }
  })
  t.same(send('GET /jobs').body, [])
  for (const owner of ['ann', 'bob', 'ann']) send('POST /jobs', { body: { owner } })
  await advance('PT10S')
  send('POST /jobs', { body: {} })
  t.same(ids(send('GET /jobs').body), [1, 2, 3, 4])
  t.same(ids(send('GET /of', { query: { owner: 'ann' } }).body), [1, 3])
  t.same(ids(send('GET /of').body), [1, 2, 3, 4], 'a value that is not given filters nothing')
  t.same(ids(send('GET /done').body), [1, 2, 3])
})

t.test('each world finds its own', async t => {
  const here = playJobs({ 'GET /jobs': { type: 'Job', many: true } })
  const there = here.elsewhere('other')
  here.send('POST /jobs')
  t.same([here, there].map(({ send }) => (send('GET /jobs').body as unknown[]).length), [1, 0])
})
