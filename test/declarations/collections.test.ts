import { readFileSync } from 'node:fs'
import t from 'tap'
import { play } from '../simulation/act.ts'
import type { Play } from '../simulation/act.ts'

const PETS = readFileSync(new URL('pets.yaml', import.meta.url), 'utf8')

/** The world of the pets, with some of them in it. */
function pets (...bodies: readonly unknown[]): Play {
  const played = play(PETS)
  for (const body of bodies) played.send('POST /pets', { body })
  return played
}

const ids = (body: unknown): unknown => (body as { pets: Array<{ id: unknown }> }).pets.map(({ id }) => id)
const pageOf = (body: unknown): unknown => (body as { page: unknown }).page

t.test('what is created from a body holds what the body says, but for the id and the status', async t => {
  const { send, world } = pets()
  const body = { id: 77, status: 'gone', name: 'Rex', tags: ['a'], else: 1 }
  t.strictSame(send('POST /pets', { body, headers: { owner: 'ann' } }).body, {
    id: 1,
    status: 'waiting',
    name: 'Rex',
    tags: ['a'],
    else: 1,
    nick: 'none'
  })
  t.same(body.id, 77, 'the request stays as it was')
  t.match(world.store.get('shop.Pet', '1'), { hidden: { owner: 'ann' } })
  for (const body of [undefined, null, 'Rex', [1], 5]) {
    t.match(send('POST /pets', { body }), {
      status: 201,
      body: { status: 'waiting', nick: 'none' }
    })
  }
})

t.test('an update replaces the members, and creates what is not there', async t => {
  const { send } = pets({ name: 'Rex', age: 3 })
  const put = (id: number, body: unknown) => send('PUT /pets/{id}', { path: { id }, body }).body
  t.strictSame(put(1, { id: 9, name: 'Max' }), { id: 1, status: 'waiting', name: 'Max', nick: 'none' })
  t.strictSame(put(7, { name: 'New' }), { id: 7, status: 'waiting', name: 'New', nick: 'none' })
  t.strictSame(send('GET /pets/{id}', { path: { id: 7 } }).body, {
    id: 7,
    status: 'waiting',
    name: 'New',
    nick: 'none'
  })
  t.same(ids(send('GET /pets').body), [1, 7])
})

t.test('a patch merges into the members, and takes out what is null', async t => {
  const { send } = pets({ name: 'Rex', age: 3, home: { town: 'Ulm', street: 'A' } })
  const patch = (body: unknown) => send('PATCH /pets/{id}', { path: { id: 1 }, body }).body
  t.strictSame(patch({ age: null, nick: 'R', home: { street: 'B' } }), {
    id: 1,
    status: 'waiting',
    name: 'Rex',
    home: { town: 'Ulm', street: 'B' },
    nick: 'R'
  })
  t.strictSame(patch('nothing'), {
    id: 1,
    status: 'waiting',
    name: 'Rex',
    home: { town: 'Ulm', street: 'B' },
    nick: 'R'
  })
  t.equal(send('PATCH /pets/{id}', { path: { id: 2 }, body: {} }).status, 404)
})

t.test('a request can put a resource into a status, where it goes on or stays', async t => {
  const { advance, send } = pets({ name: 'Rex' }, { name: 'Max' })
  const patch = (body: unknown) => send('PATCH /pets/{id}', { path: { id: 1 }, body }).body
  await advance('PT4S')
  t.match(patch({ status: 'waiting' }), { status: 'waiting' })
  await advance('PT6S')
  t.match(patch({}), { status: 'resting' }, 'the status that it is in already goes on as it was')
  t.match(patch({ status: 'waiting' }), { status: 'waiting' })
  await advance('PT10S')
  t.match(patch({}), { status: 'resting' }, 'another begins anew')
  t.match(patch({ status: 'sold' }), { status: 'sold' })
  await advance('P9D')
  t.match(patch({}), { status: 'sold' }, 'the last of a lifecycle stays')
  t.throws(
    () => patch({ status: 'slod' }),
    {
      code: 'STANDIN_INVALID_RESOURCE',
      message: /must be a status of shop.Pet, but is "slod" \(did you mean "sold"\?\)/
    }
  )
})

t.test('what can be done in some statuses only is refused in the others', async t => {
  const { advance, send } = pets({ name: 'Rex' }, { name: 'Max' })
  const sell = (id: number) => send('POST /pets/{id}/sale', { path: { id } })
  const remove = (id: number) => send('DELETE /named/{id}', { path: { id } })
  t.match(sell(1), { status: 200, body: { id: 1, status: 'sold', name: 'Rex' } })
  t.match(sell(1), { status: 409, body: { message: 'The pet is sold' } })
  t.match(sell(9), { status: 404 })
  t.match(remove(2), { status: 409, body: { message: 'The pet is waiting' } })
  await advance('PT10S')
  t.match(remove(2), { status: 204, body: undefined })
  t.match(remove(2), { status: 404 })
})

t.test('what is deleted is shown once more, and is gone', async t => {
  const { send, world } = pets({ name: 'Rex' }, { name: 'Max' })
  t.strictSame(send('DELETE /pets/{id}', { path: { id: 1 } }).body, {
    gone: { id: 1, status: 'waiting', name: 'Rex', nick: 'none' }
  })
  t.equal(send('GET /pets/{id}', { path: { id: 1 } }).status, 404)
  t.same(ids(send('GET /pets').body), [2])
  t.match(send('POST /pets', { body: {} }).body, { id: 3 }, 'its id does not come again')
  const room = world.store.room()
  for (let count = 0; count < 10; count++) {
    send('DELETE /pets/{id}', {
      path: { id: (send('POST /pets', { body: {} }).body as { id: number }).id }
    })
  }
  t.equal(world.store.room(), room, 'it leaves nothing behind')
})

t.test('all that are found can be deleted', async t => {
  const { send } = pets({ kind: 'cat' }, { kind: 'dog' }, { kind: 'cat' })
  t.equal(send('DELETE /by-cursor', { query: { kind: 'cat' } }).body, 2)
  t.same(ids(send('GET /pets').body), [2])
})

t.test('a client can give the id, which is taken once', async t => {
  const { send } = pets({ name: 'Rex' })
  const add = (body: unknown) => send('POST /named/{id}', { path: { id: 0 }, body })
  t.match(add({ id: 5, name: 'Max' }), { status: 201, body: { id: 5, name: 'Max' } })
  t.strictSame(add({ id: 5, name: 'Other' }).body, { message: 'There is a pet 5 already: Max' })
  t.match(add({ name: 'Tim' }), { status: 201, body: { id: 2 } }, 'without one it is given one')
  send('DELETE /pets/{id}', { path: { id: 5 } })
  t.match(
    add({ id: 5, name: 'New' }),
    { status: 201, body: { id: 5, name: 'New' } },
    'what was deleted is free again'
  )
  t.throws(() => add({ id: 'five' }), { code: 'STANDIN_INVALID_RESOURCE' })
})

t.test('a list holds what every value that is given fits', async t => {
  const { advance, send } = pets({ kind: 'cat' }, { kind: 'dog' })
  await advance('PT10S')
  for (const body of [{ kind: 'cat' }, { kind: 'cow' }, {}]) send('POST /pets', { body })
  const list = (query: Record<string, unknown>) =>
    ids(send('GET /pets', { query: { limit: 5, ...query } }).body)
  t.same(list({}), [1, 2, 3, 4, 5])
  t.same(list({ kind: 'cat' }), [1, 3])
  t.same(list({ kind: ['dog', 'cow'] }), [2, 4], 'a list stands for any of its items')
  t.same(list({ status: 'resting' }), [1, 2])
  t.same(list({ status: ['waiting'], kind: 'cat' }), [3])
  t.same(list({ kind: 'bird' }), [])
  send('PATCH /pets/{id}', { path: { id: 2 }, body: { kind: 'cat' } })
  send('PUT /pets/{id}', { path: { id: 1 }, body: { kind: 'bird' } })
  t.same(
    [list({ kind: 'cat' }), list({ kind: 'dog' }), list({ kind: 'bird' })],
    [[2, 3], [], [1]],
    'as they are by now'
  )
})

t.test('a list is in the order that is asked for', async t => {
  const { send } = pets({ name: 'b', age: 10 }, { name: 'a', age: 9 }, { name: 'b', age: 1 }, { name: 'c' })
  const list = (sort?: unknown) => ids(send('GET /pets', { query: { limit: 5, sort } }).body)
  t.same(list(), [1, 2, 3, 4])
  t.same(list('-created'), [4, 3, 2, 1])
  t.same(list('name'), [2, 1, 3, 4])
  t.same(list('-name,age'), [4, 3, 1, 2])
  t.same(list(['-name', '+age']), [4, 3, 1, 2])
  t.same(list('age'), [3, 2, 1, 4], 'numbers by their size, and what is not there last')
  t.same(list('-id'), [4, 3, 2, 1])
  t.same(list('status'), [1, 2, 3, 4])
  t.same(list('anything'), [1, 2, 3, 4])
})

t.test('a page by its number tells what there is, and which is the next', async t => {
  const { send } = pets(...Array.from({ length: 7 }, (_, index) => ({ name: `${index}` })))
  const list = (query: Record<string, unknown>) => send('GET /pets', { query }).body
  t.same(ids(list({})), [1, 2, 3])
  t.strictSame(pageOf(list({})), { total: 7, size: 3, pages: 3, more: true, offset: 0, next: 2 })
  t.strictSame(pageOf(list({ page: 2 })), {
    total: 7,
    size: 3,
    pages: 3,
    more: true,
    offset: 3,
    next: 3,
    previous: 1
  })
  t.same(ids(list({ page: '3' })), [7])
  t.strictSame(pageOf(list({ page: 3 })), { total: 7, size: 3, pages: 3, more: false, offset: 6, previous: 2 })
  t.same(ids(list({ page: 9 })), [])
  t.same(ids(list({ limit: 100 })), [1, 2, 3, 4, 5], 'no more than may be')
  t.same(ids(list({ limit: 0 })), [])
  for (const page of [0, -1, 'x', 1.5, null]) t.same(ids(list({ page })), [1, 2, 3])
  t.strictSame(send('GET /pets').headers, { 'x-total': '7' })
})

t.test('a page by its offset is followed by the next offset', async t => {
  const { send } = pets({}, {}, {}, {}, {})
  const list = (offset?: unknown) => send('GET /by-offset', { query: { offset } }).body
  t.strictSame(list(), { ids: [5, 4], next: 2 })
  t.strictSame(list(2), { ids: [3, 2], next: 4, previous: 0 })
  t.strictSame(list(1), { ids: [4, 3], next: 3, previous: 0 })
  t.strictSame(list('4'), { ids: [1], previous: 2 })
  t.strictSame(list(9), { ids: [], previous: 3 })
})

t.test('a page by cursor goes on where the last one ended, whatever came or went meanwhile', async t => {
  const { send } = pets(
    { name: 'a', age: 1 },
    { name: 'b', age: 2 },
    { name: 'c', age: 3 },
    { name: 'd', age: 3 },
    { name: 'e' }
  )
  const list = (after?: unknown) =>
    send('GET /by-cursor', { query: { after } }).body as { ids: unknown[], next: string, previous: string }
  const first = list()
  t.match(first, { ids: [5, 3], next: String, previous: undefined })
  send('DELETE /pets/{id}', { path: { id: 3 } })
  send('POST /pets', { body: { name: 'f', age: 9 } })
  const second = list(first.next)
  t.same(second.ids, [4, 2])
  t.same(list(second.next), { ids: [1], previous: list(second.next).previous })
  t.same(list(list(second.next).previous).ids, [4, 2], 'and back')
  t.same(list(second.previous).ids, [5, 6])
  t.same(list('4').ids, [2, 1], 'an id is a cursor too')
  for (const nonsense of ['zzz', '99', 'W10x']) {
    t.same(
      list(nonsense).ids,
      [],
      'nothing comes after what cannot be read'
    )
  }
})

t.test('of a long list only the page is shown', async t => {
  const script = {
    root: { resources: { Pet: { always: { stamp: '$uuid' } } } },
    operations: {
      'POST /pets': { standin: { create: { type: 'Pet' }, reply: { status: 200 } } },
      'GET /pets': {
        standin: {
          find: { type: 'Pet', many: true, page: { size: 3, number: 2 } },
          reply: { status: 200, body: { $each: '$resources', as: '$item.stamp' } }
        }
      }
    }
  }
  const [here, there] = [play(script), play(script)]
  for (const { send } of [here, there]) for (let count = 0; count < 10_000; count++) send('POST /pets')
  const shown = here.send('GET /pets').body
  t.same(shown, [1, 2, 3].map(() => there.world.random.uuid()))
  t.equal(here.world.random.next(), there.world.random.next())
})
