import t from 'tap'
import type { Operation } from '../../src/contract/contract.ts'
import { fromPreference } from '../../src/responses/from-preference.ts'
import type { ApiResponse } from '../../src/messages/message.ts'
import { DEFAULT_SETTINGS } from '../../src/worlds/settings.ts'
import type { OperationSettings } from '../../src/worlds/settings.ts'
import { createWorld, order, requestTo, withFixture } from './orders.ts'
import { asked, keepTheRules } from './response-source.ts'

keepTheRules(t, { from: fromPreference, request: { headers: { prefer: 'code=201, dynamic=true' } } })

function ask (operation: Operation, prefer: string, accept?: string): ApiResponse | undefined {
  return asked(fromPreference(operation))(requestTo(operation, { headers: { prefer, accept } }), createWorld())
}

t.test('a request that prefers nothing, or nothing that is known, is left to the next source', async t => {
  const operation = order('addOrder')
  t.equal(asked(fromPreference(operation))(requestTo(operation), createWorld()), undefined)
  t.equal(ask(operation, 'respond-async, dynamic=false'), undefined)
})

t.test('code gives that status: its first example, or a generated body', async t => {
  const operation = order('addOrder')
  t.match(ask(operation, 'code=400'), {
    status: 400,
    body: { message: 'An order needs items' },
    source: 'example',
    headers: { 'preference-applied': 'code=400' }
  })

  const limited = ask(operation, 'code=429')
  t.match(limited, { status: 429, body: { message: String }, source: 'generated' })
  const seconds = Number(limited?.defaultHeaders?.['retry-after'])
  t.ok(seconds >= 1 && seconds <= 30, `Retry-After: ${seconds}`)
})

t.test('code may be one of a documented range, or any where there is a default', async t => {
  t.match(ask(order('addOrder'), 'code=503'), { status: 503, body: { message: String } })
  t.match(ask(order('getOrder'), 'code=418'), {
    status: 418,
    body: { message: 'Not this time' },
    headers: { 'content-type': 'application/problem+json', 'preference-applied': 'code=418' }
  })
})

t.test('example gives the one of that name: of the status, or of the best success, or of any', async t => {
  const operation = order('addOrder')
  t.match(ask(operation, 'example=open'), {
    status: 201,
    body: { id: 8 },
    headers: { 'preference-applied': 'example=open' }
  })
  t.match(ask(operation, 'example=empty'), { status: 400, body: { message: 'An order needs items' } })
  t.match(ask(operation, 'code=201, example=open'), {
    status: 201,
    body: { id: 8 },
    headers: { 'preference-applied': 'code=201, example=open' }
  })

  const many = withFixture(operation, '201', { name: 'many items', value: { id: 10, status: 'open' } })
  t.match(ask(many, 'example="many items"'), {
    body: { id: 10 },
    source: 'fixture',
    headers: { 'preference-applied': 'example="many items"' }
  })
})

t.test('an example is found in whatever form it is written', async t => {
  t.match(
    ask(order('getOrder'), 'code=200, example=default', 'application/json'),
    { status: 200, body: 'id,status' },
    'JSON has no such example'
  )
  t.match(ask(order('getOrder'), 'example=default', 'application/xml'), { status: 200, body: '<order/>' })
})

t.test('dynamic generates instead of giving an example; an example that is asked for goes before it', async t => {
  const operation = order('addOrder')
  const generated = ask(operation, 'dynamic=true')
  t.match(generated, {
    status: 201,
    source: 'generated',
    headers: { 'preference-applied': 'dynamic=true' },
    defaultHeaders: { location: '/orders/7' }
  })
  t.match(ask(operation, 'code=400, dynamic=true'), {
    status: 400,
    source: 'generated',
    headers: { 'preference-applied': 'code=400, dynamic=true' }
  })
  t.match(ask(operation, 'example=open, dynamic=true'), {
    body: { id: 8 },
    headers: { 'preference-applied': 'example=open' }
  })
})

const REFUSED: ReadonlyArray<readonly [prefer: string, message: RegExp]> = [
  ['code=404', /orders\.addOrder documents no status 404, did you mean 400\? \(it has 201, 400, 429, 5XX\)/],
  ['code=abc', /documents no status abc/],
  ['code=42', /documents no status 42/],
  ['example=opne', /orders\.addOrder has no example "opne", did you mean open\? \(it has paid, open, empty\)/],
  ['code=400, example=open', /has no example "open" of status 400/],
  ['code=429, example=any', /has no example "any" of status 429; it has none/]
]

for (const [prefer, message] of REFUSED) {
  t.test(`Prefer: ${prefer} is refused with what there is`, async t => {
    t.throws(() => ask(order('addOrder'), prefer), { code: 'STANDIN_UNKNOWN_PREFERENCE', statusCode: 404, message })
  })
}

function askIn (settings: OperationSettings, prefer?: string): ApiResponse | undefined {
  const operation = order('addOrder')
  const world = createWorld()
  world.store.putSettings({ ...DEFAULT_SETTINGS, operations: { 'orders.addOrder': settings } })
  return asked(fromPreference(operation))(requestTo(operation, { headers: { prefer } }), world)
}

t.test('where a request prefers nothing known, the settings decide, and none is named as applied', async t => {
  t.match(askIn({ code: 400 }), { status: 400, body: { message: 'An order needs items' } })
  t.notOk(askIn({ code: 400 })?.headers['preference-applied'])
  t.match(askIn({ example: 'open' }, 'respond-async'), { status: 201, body: { id: 8 } })
  t.match(askIn({ dynamic: true }), { status: 201, source: 'generated' })
  t.equal(askIn({ delay: 5 }), undefined)
  t.equal(askIn({}), undefined)
})

t.test('what a request prefers goes before the settings of the operation', async t => {
  t.match(askIn({ code: 400 }, 'code=429'), { status: 429, headers: { 'preference-applied': 'code=429' } })
  t.match(askIn({ code: 400, example: 'empty' }, 'example=open'), { status: 201, body: { id: 8 } })
})

t.test('no status is invented where there is a default', async t => {
  t.throws(() => ask(order('getOrder'), 'code=abc'), { code: 'STANDIN_UNKNOWN_PREFERENCE' })
})

t.test('a body is generated as the settings say, unless a request prefers none', async t => {
  t.match(askIn({ dynamic: true }, 'code=400'), { status: 400, source: 'generated' })
  t.match(askIn({ dynamic: true }, 'code=400, dynamic=false'), { status: 400, source: 'example' })
  t.equal(askIn({ dynamic: true }, 'dynamic=false'), undefined)
  t.match(askIn({ code: 400, dynamic: true }, 'dynamic=false'), { status: 400, source: 'example' })
})

t.test('the same seed gives the same body, whatever came before', async t => {
  const operation = order('addOrder')
  const world = createWorld()
  const bodies = ['a', 'a', 'b', 'a'].map(seed => {
    const request = requestTo(operation, { headers: { prefer: `dynamic=true, seed=${seed}` } })
    return asked(fromPreference(operation))(request, world)?.body
  })
  t.same(bodies[1], bodies[0])
  t.same(bodies[3], bodies[0])
  t.notSame(bodies[2], bodies[0])
})
