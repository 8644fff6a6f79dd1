import t from 'tap'
import { answering, journalOf, startWith } from './start-with.ts'

const PATHS = {
  '/things': {
    get: { operationId: 'listThings', responses: answering({}) },
    post: { operationId: 'addThing', responses: answering({}) }
  },
  '/{name}': {
    get: {
      operationId: 'readAny',
      parameters: [{ name: 'name', in: 'path', required: true, schema: { type: 'string' } }],
      responses: answering({}, { documented: true })
    }
  }
}

const TOKEN = {
  operation: { method: 'post', path: '/oauth/{tenant}/token' },
  contract: 'off',
  when: { body: { grant_type: 'password' } },
  reply: {
    headers: { 'Set-Cookie': ['a=1', 'b=2'] },
    body: { tenant: '$request.path.tenant', trace: '$request.query.trace', type: '$request.body#/grant_type' }
  }
}

t.test('a stub answers a path that no document has, in any media type that requests have', async t => {
  const { admin, send } = await startWith(t, PATHS)
  const added = await admin('POST', '/stubs', TOKEN)
  t.equal(added.statusCode, 201, added.body)
  t.match(added.json(), { operation: 'POST /oauth/{tenant}/token', reply: { status: 200 } })

  const answer = await send('POST', '/oauth/a%2Fb/token?trace=7', { grant_type: 'password' })
  t.equal(answer.statusCode, 200)
  t.same(answer.json(), { tenant: 'a/b', trace: '7', type: 'password' })
  t.same(answer.headers['set-cookie'], ['a=1', 'b=2'])

  const form = { 'content-type': 'application/x-www-form-urlencoded' }
  t.match((await send('POST', '/oauth/a/token/', 'grant_type=password', form)).json(), { type: 'password' })
})

t.test('requests that no stub matches are refused as ever', async t => {
  const { admin, send } = await startWith(t, PATHS)
  await admin('POST', '/stubs', TOKEN)
  for (const [method, url, body] of [
    ['POST', '/oauth/a/token', { grant_type: 'other' }],
    ['POST', '/oauth/a/token', undefined],
    ['POST', '/oauth/token', { grant_type: 'password' }],
    ['PUT', '/oauth/a/token', { grant_type: 'password' }]
  ] as const) {
    t.equal((await send(method, url, body)).json().code, 'STANDIN_UNKNOWN_PATH', `${method} ${url}`)
  }
  t.equal((await send('POST', '/oauth/a/token', '{', { 'content-type': 'application/json' })).statusCode, 404)
})

t.test('a body that is too large is refused for such a path too', async t => {
  const { admin, send } = await startWith(t, PATHS, { bodyLimit: 1000 })
  await admin('POST', '/stubs', { ...TOKEN, when: {}, reply: { status: 204 } })
  t.equal((await send('POST', '/oauth/a/token', { a: 'x'.repeat(2000) })).statusCode, 413)
})

t.test('a path that a documented operation would take is answered by the stub for it', async t => {
  const { admin, send } = await startWith(t, PATHS)
  const operation = { method: 'GET', path: '/healthz' }
  await admin('POST', '/stubs', { operation, contract: 'off', reply: { body: { up: true } }, times: 1 })
  t.same((await send('GET', '/healthz')).json(), { up: true })
  t.same((await send('GET', '/healthz')).json(), { documented: true })
})

t.test('a HEAD request is answered as GET would be', async t => {
  const { admin, send } = await startWith(t, PATHS)
  const operation = { method: 'GET', path: '/a/b' }
  await admin('POST', '/stubs', { operation, contract: 'off', reply: { headers: { 'X-A': 1 }, body: {} } })
  const answer = await send('HEAD', '/a/b')
  t.match(answer, { statusCode: 200, headers: { 'x-a': '1', 'content-length': '2' }, body: '' })
})

t.test('priorities, uses, delays and other worlds hold for such stubs too', async t => {
  const { admin, send } = await startWith(t, PATHS)
  const add = (stub: object) => admin('POST', '/stubs', { contract: 'off', ...stub })
  await add({ operation: { method: 'GET', path: '/a/{id}' }, reply: { status: 201 }, priority: 1, times: 1 })
  await add({ operation: 'GET /a/b', reply: { status: 202 }, delay: 1 })
  await add({ operation: { method: 'GET', path: '/a/{other}' }, sequence: [{ status: 203 }, { status: 204 }] })
  const statuses = []
  for (let sent = 0; sent < 5; sent++) statuses.push((await send('GET', '/a/b')).statusCode)
  t.same(statuses, [201, 203, 204, 202, 202])
  t.equal((await send('GET', '/a/b', undefined, { 'x-standin-world': 'else' })).statusCode, 404)
})

t.test('such exchanges are in the journal by the route, verified by it, and not unmatched', async t => {
  const standin = await startWith(t, PATHS)
  const { admin, send } = standin
  const { id } = (await admin('POST', '/stubs', TOKEN)).json()
  await send('POST', '/oauth/a/token', { grant_type: 'password' })
  t.match(await journalOf(standin), [{ operation: 'POST /oauth/{tenant}/token', source: 'stub', stub: id }])
  const filtered = await admin('GET', '/requests?operation=POST%20%2Foauth%2F%7Btenant%7D%2Ftoken')
  t.equal(filtered.json().requests.length, 1)
  t.same((await admin('GET', '/requests/unmatched')).json().requests, [])

  const verify = async (expectation: object) => (await admin('POST', '/requests/verify', expectation)).json()
  t.match(await verify({ operation: TOKEN.operation, when: { path: { tenant: 'a' } } }), { ok: true, count: 1 })
  t.match(await verify({ operation: TOKEN.operation, when: { path: { tenant: 'b' } } }), {
    ok: false,
    nearest: { differences: [{ where: 'path /tenant', expected: 'b', actual: 'a' }] }
  })
  await admin('DELETE', `/stubs/${id}`)
  t.match(await verify({ operation: 'POST /oauth/{tenant}/token' }), { ok: true })
  t.match(await verify({ operation: 'POST /oauth/token' }), { code: 'STANDIN_INVALID_VERIFICATION' })
})
