import { join } from 'node:path'
import { writeFileSync } from 'node:fs'
import t from 'tap'
import type { Test } from 'tap'
import { startReceiver } from '../providers/start-receiver.ts'
import { startStandin } from '../start-standin.ts'
import type { Standin } from '../start-standin.ts'

const OVEN = `
openapi: 3.1.0
info: { title: Oven, version: '1' }
x-standin:
  replies: { none: { status: 404 } }
  resources:
    Loaf:
      id: { member: id, format: integer }
      status: { member: status, running: [rising, baking] }
      lifecycles: { usual: [{ rising: PT2S }, { baking: PT5S }, done], burnt: [burnt] }
webhooks:
  loafMoved:
    post:
      requestBody:
        content:
          application/json:
            schema:
              type: object
              properties: { loaf: { type: integer }, is: { type: string } }
              required: [is]
      responses: { 2XX: { description: Taken. } }
      x-standin: { of: Loaf, when: [baking, done], url: 'http://127.0.0.1:9/{$resource.kind}', body: { loaf: $id, is: $status }, retries: [] }
  loafKept:
    post:
      requestBody: { content: { application/json: { schema: { type: object } } } }
      responses: { 2XX: { description: Taken. } }
      x-standin:
        of: Loaf
        on: [created, changed, deleted]
        headers: { X-Kind: $resource.kind, X-Event: $event.id }
        sign: { scheme: github, secret: hush }
        body: $resource
        retries: []
  plain:
    put:
      requestBody:
        content:
          application/json: { schema: { type: object, required: [a], properties: { a: { const: 5 } } } }
      responses: { 2XX: { description: Taken. } }
  shown:
    post:
      requestBody: { required: true, content: { application/x-www-form-urlencoded: { example: { a: 1 } } } }
      responses: { 2XX: { description: Taken. } }
paths:
  /loaves:
    post:
      operationId: bake
      requestBody: &body
        content:
          application/json:
            schema: { type: object, properties: { kind: { type: string }, callback: { type: string } } }
      responses: &responses
        2XX: { description: Fine., content: { application/json: { } } }
        404: { description: None. }
      callbacks:
        ready:
          '{$request.body#/callback}':
            post:
              requestBody: { content: { application/json: { schema: { type: object } } } }
              responses: { 2XX: { description: Taken. } }
              x-standin: { when: [done], body: { ready: $id } }
      x-standin:
        create: { type: Loaf, members: $request.body }
        reply: { status: 201, body: $resource }
  /loaves/{id}:
    parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
    put:
      operationId: put
      requestBody: *body
      responses: *responses
      x-standin:
        create: { type: Loaf, id: $request.path.id, members: $request.body, else: reuse }
        update: { members: $request.body }
        reply: { status: 200, body: $resource }
    delete:
      operationId: drop
      responses: *responses
      x-standin:
        find: { type: Loaf, id: $request.path.id, else: none }
        delete: true
        reply: { status: 204 }
`

async function startOven (t: Test): Promise<Standin> {
  const file = join(t.testdir(), 'oven.yaml')
  writeFileSync(file, OVEN)
  return startStandin(t, { openapi: [file] })
}

t.test(
  'a webhook is fired each time that its resource comes to a status, to where the settings say',
  async t => {
    const oven = await startOven(t)
    const { received, url } = await startReceiver(t)
    await oven.settings({ webhooks: { 'oven.loafMoved': `${url}/moved` } })
    await oven.send('POST', '/loaves', { kind: 'rye' })
    await oven.advance('PT1.9S')
    t.same(received, [])
    await oven.advance('PT0.1S')
    await oven.advance('PT5S')
    t.match(
      received.map(({ body, path }) => [path, JSON.parse(body)]),
      [
        ['/moved', { loaf: 1, is: 'baking' }],
        ['/moved', { loaf: 1, is: 'done' }]
      ]
    )
    t.match((await oven.admin('GET', '/callbacks')).json(), {
      callbacks: [
        {
          callback: 'oven.loafMoved',
          resource: { type: 'oven.Loaf', id: '1' },
          state: 'delivered',
          violations: []
        },
        {
          callback: 'oven.loafMoved',
          resource: { type: 'oven.Loaf', id: '1' },
          state: 'delivered',
          violations: []
        }
      ]
    })
  }
)

t.test('without a setting it goes to its own URL; without that, nowhere', async t => {
  const oven = await startOven(t)
  await oven.send('POST', '/loaves', { kind: 'rye' })
  await oven.advance('PT2S')
  t.match((await oven.admin('GET', '/callbacks')).json(), {
    callbacks: [{ url: 'http://127.0.0.1:9/rye', state: 'failed' }, { state: 'waiting' }]
  })
})

t.test('a webhook can tell of what requests do', async t => {
  const oven = await startOven(t)
  const { received, url } = await startReceiver(t)
  await oven.settings({ webhooks: { 'oven.loafKept': url } })
  await oven.send('PUT', '/loaves/4', { kind: 'rye' })
  await oven.send('PUT', '/loaves/4', { kind: 'oat' })
  await oven.send('DELETE', '/loaves/4')
  await oven.send('DELETE', '/loaves/4')
  await oven.advance('PT1S')
  t.same(
    received.map(({ body }) => JSON.parse(body)),
    [
      { id: 4, status: 'rising', kind: 'rye' },
      { id: 4, status: 'rising', kind: 'oat' },
      { id: 4, status: 'rising', kind: 'oat' }
    ]
  )
})

t.test('what a test seeds is no news, but its statuses are', async t => {
  const oven = await startOven(t)
  const { received, url } = await startReceiver(t)
  await oven.settings({ webhooks: { 'oven.loafKept': url, 'oven.loafMoved': url } })
  await oven.seed('oven.Loaf', 8, { members: { kind: 'oat' } })
  await oven.force('oven.Loaf', 8, 'done')
  await oven.advance('PT1S')
  t.same(
    received.map(({ body }) => JSON.parse(body)),
    [{ loaf: 8, is: 'done' }]
  )
})

t.test('any webhook can be fired, with what is given, declared, shown or generated', async t => {
  const oven = await startOven(t)
  const { received, url } = await startReceiver(t)
  const fire = async (name: string, firing: object) =>
    (await oven.admin('POST', `/callbacks/${name}`, firing)).json()
  t.match(await fire('oven.plain', { url }), {
    callback: 'oven.plain',
    method: 'PUT',
    resource: null,
    state: 'delivered',
    body: { a: 5 },
    violations: [],
    attempts: [{ status: 204 }]
  })
  t.match(await fire('oven.plain', { url, body: { a: 6 } }), {
    state: 'delivered',
    body: { a: 6 },
    violations: [{ in: 'body', pointer: '/a' }]
  })
  t.match(await fire('oven.shown', { url }), {
    body: { a: 1 },
    contentType: 'application/x-www-form-urlencoded'
  })
  await oven.seed('oven.Loaf', 8, { members: { kind: 'oat' } })
  t.match(await fire('oven.loafMoved', { url, resource: { type: 'oven.Loaf', id: '8' } }), {
    resource: { id: '8' },
    body: { loaf: 8, is: 'rising' }
  })
  t.match(await fire('oven.bake.ready', { url, resource: { type: 'oven.Loaf', id: '8' } }), {
    callback: 'oven.bake/ready',
    body: { ready: 8 }
  })
  await oven.settings({ webhooks: { 'oven.plain': `${url}/set` } })
  t.match(await fire('oven.plain', {}), { url: `${url}/set`, state: 'delivered' })
  t.match(await fire('oven.plain', { url: 'ftp://somewhere' }), { state: 'refused' })
  t.match(await fire('oven.plain', { url: 'http://127.0.0.1:9' }), {
    state: 'failed',
    attempts: { length: 1 }
  })
  t.equal(received.length, 6)
  t.equal((await oven.admin('GET', '/callbacks?state=delivered')).json().callbacks.length, 6)
})

t.test('a webhook has its headers and its signature, sent by itself or fired', async t => {
  const oven = await startOven(t)
  const { received, url } = await startReceiver(t)
  await oven.settings({ webhooks: { 'oven.loafKept': url } })
  await oven.send('POST', '/loaves', { kind: 'rye' })
  await oven.advance('PT0S')
  const headers = { 'X-Kind': 'oat', Authorization: 'Bearer secret' }
  const fired = await oven.admin('POST', '/callbacks/oven.loafKept', { body: { id: 1 }, headers })
  t.match(fired.json(), { headers: { 'x-kind': 'oat', authorization: 'Bearer ***' } })
  const [first, second] = received.map(({ headers }) => headers)
  t.match(first, { 'x-kind': 'rye', 'x-event': /^[0-9a-f-]{36}$/, 'x-hub-signature-256': /^sha256=[0-9a-f]{64}$/ })
  t.match(second, { 'x-kind': 'oat', authorization: 'Bearer secret', 'x-hub-signature-256': /^sha256=/ })
  t.not(first?.['x-event'], second?.['x-event'])
})

t.test('what cannot be fired is refused', async t => {
  const oven = await startOven(t)
  const bad = { 'Content-Length': '1', 'X Y': 'a', 'X-A': 'a\nb', 'X-B': 'fine' }
  const response = await oven.admin('POST', '/callbacks/oven.plain', { url: 'http://x', headers: bad })
  t.match(response.json(), { status: 400, violations: { length: 3 } })
  const retries = { 'oven.bake/redy': [], 'oven.loafKept': ['PT1S', '5s'] }
  t.match((await oven.admin('PATCH', '/settings', { retries })).json(), {
    status: 422,
    violations: [
      { pointer: '/retries/oven.bake~1redy', message: /did you mean "oven.bake\/ready"/ },
      { pointer: '/retries/oven.loafKept/1', message: /ISO 8601/ }
    ]
  })
  const fire = async (name: string, firing: object) =>
    (await oven.admin('POST', `/callbacks/${name}`, firing)).json()
  t.match(await fire('oven.loafMovd', { url: 'http://x' }), {
    status: 404,
    code: 'STANDIN_UNKNOWN_CALLBACK_NAME',
    detail: /did you mean "oven.loafMoved"/
  })
  t.match(await fire('oven.plain', {}), {
    status: 400,
    violations: [{ in: 'body', pointer: '/url' }]
  })
  t.match(await fire('oven.bake.ready', {}), {
    status: 400,
    violations: [{ in: 'body', pointer: '/url' }]
  })
  t.match(await fire('oven.plain', { url: 'http://x', resource: { type: 'oven.Loaf', id: '3' } }), {
    status: 404,
    code: 'STANDIN_UNKNOWN_RESOURCE'
  })
  t.match(
    (await oven.admin('PATCH', '/settings', { webhooks: { 'oven.loafMovd': 'http://x' } })).json(),
    { status: 422, detail: /did you mean "oven.loafMoved"/ }
  )
})
