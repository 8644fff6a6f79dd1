import t from 'tap'
import { delaysDuring } from '../delays-during.ts'
import { pathOf } from '../path-of.ts'
import { startStandin } from '../start-standin.ts'
import { ADD, CREDENTIALS, GET_ALL, addExport, succeededExport } from '../providers/mews-exports.ts'
import { answering, journalOf, startWith } from './start-with.ts'

const ORIGIN = 'https://shop.example'
const SCHEMA = { type: 'object', required: ['name'], properties: { name: { type: 'string' } } }

t.test('pages of any origin may read every answer and all its headers, refusals too', async t => {
  const { send } = await startStandin(t)
  for (const [method, url] of [['POST', GET_ALL], ['GET', '/nothing'], ['GET', GET_ALL]] as const) {
    const answer = await send(method, url, undefined, { origin: ORIGIN })
    t.match(
      answer.headers,
      { 'access-control-allow-origin': ORIGIN, 'access-control-expose-headers': String },
      `${method} ${url}`
    )
  }
})

t.test('pages of any origin may download files', async t => {
  const standin = await startStandin(t)
  const { Files: [file] } = await succeededExport(standin)
  const answer = await standin.send('GET', pathOf(file?.Url), undefined, { origin: ORIGIN })

  t.equal(answer.statusCode, 200)
  t.equal(answer.headers['access-control-allow-origin'], ORIGIN)
})

t.test('a preflight is answered for any path and header, in every world', async t => {
  const { send } = await startStandin(t)
  for (const url of [ADD, `/~elsewhere${ADD}`, '/v1/system/check-sets/1/exports', '/__files/mews.Export/1/a.jsonl']) {
    const answer = await send('OPTIONS', url, undefined, {
      origin: ORIGIN,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization, x-standin-world'
    })
    t.equal(answer.statusCode, 204, url)
    t.match(answer.headers, {
      'access-control-allow-origin': ORIGIN,
      'access-control-allow-methods': 'POST',
      'access-control-allow-headers': 'authorization, x-standin-world'
    })
  }
})

t.test('another request for OPTIONS is a method like any other', async t => {
  const { send } = await startStandin(t)
  const answer = await send('OPTIONS', ADD)

  t.equal(answer.statusCode, 405)
  t.equal(answer.headers.allow, 'POST')
  t.equal(
    (await send('OPTIONS', '/api/v2/exports/export_claims', undefined, { origin: ORIGIN })).body,
    '{"status":404,"error":"Not Found"}'
  )
})

t.test('the admin API is not open to pages of other origins', async t => {
  const { admin } = await startStandin(t)
  const preflight = await admin('OPTIONS', '/clock', undefined, {
    origin: ORIGIN,
    'access-control-request-method': 'PUT'
  })
  const read = await admin('GET', '/clock', undefined, { origin: ORIGIN })

  for (const answer of [preflight, read]) {
    t.equal(answer.statusCode, 403)
    t.equal(answer.headers['access-control-allow-origin'], undefined)
  }
})

t.test('a stub that breaks the contract is sent with what is wrong about it, and the journal has it all', async t => {
  const standin = await startWith(t, {
    '/things': { get: { operationId: 'listThings', responses: answering(SCHEMA) } }
  })
  await standin.admin('POST', '/stubs', {
    operation: 'things.listThings',
    reply: { status: 200, body: { name: 17, size: 'ünknown' } },
    contract: 'off'
  })
  const answer = await standin.app.inject({ method: 'GET', url: '/things' })

  t.equal(answer.statusCode, 200)
  t.same(answer.json(), { name: 17, size: 'ünknown' })
  t.equal(answer.headers['x-standin-violation'], 'body /name must be a string, but is 17')
  t.match(await journalOf(standin), [
    { source: 'stub', response: { violations: [{ in: 'body', pointer: '/name', rule: 'type' }] } }
  ])
})

t.test('a simulated reply that breaks the contract is marked as well', async t => {
  const { app } = await startWith(t, {
    '/things': {
      get: {
        operationId: 'listThings',
        parameters: [{ name: 'size', in: 'query', schema: { type: 'integer' } }],
        responses: answering(SCHEMA),
        'x-standin': { reply: { status: 200, body: { name: '$request.query.size' } } }
      }
    }
  })
  const answer = await app.inject({ method: 'GET', url: '/things?size=17' })

  t.equal(answer.statusCode, 200)
  t.equal(answer.headers['x-standin-violation'], 'body /name must be a string, but is 17')
})

t.test('an answer that keeps to its contract is not marked', async t => {
  const { send } = await startWith(t, {
    '/things': {
      get: { operationId: 'listThings', responses: answering(SCHEMA, { name: 'anvil' }) }
    }
  })

  t.equal((await send('GET', '/things')).headers['x-standin-violation'], undefined)
})

t.test('HEAD is answered for what can be got, without a body', async t => {
  const { send } = await startWith(t, {
    '/things': {
      get: { operationId: 'listThings', responses: answering(SCHEMA, { name: 'anvil' }) }
    }
  })
  const answer = await send('HEAD', '/things')

  t.equal(answer.statusCode, 200)
  t.equal(answer.body, '')
  t.match(answer.headers['content-type'], /^application\/json/)
})

t.test('a trailing slash makes no difference', async t => {
  const { send } = await startStandin(t)

  t.equal((await send('POST', `${ADD}/`, { ...CREDENTIALS, EntityType: 'Payment' })).statusCode, 200)
})

t.test('an answer waits as long as the world or the stub has it, by the real clock', async t => {
  const standin = await startStandin(t)
  await addExport(standin)
  await standin.settings({ delayMs: 30 })
  await standin.admin('POST', '/stubs', { operation: 'mews.getAllExports', reply: { status: 500 }, delay: 20 })
  const ExportIds = ['3fa85f64-5717-4562-b3fd-2c963f66afa6']
  const body = { ...CREDENTIALS, ExportIds, EntityType: 'OrderItem' }
  const delaysOf = (url: string) => delaysDuring(() => standin.send('POST', url, body))

  t.ok((await delaysOf(ADD)).includes(30))
  t.ok((await delaysOf(GET_ALL)).includes(50), 'the delays add up')
  t.equal(
    (await standin.admin('GET', '/clock')).json().now,
    '2026-01-01T00:00:00.000Z',
    'the clock of the world stands still meanwhile'
  )
})
