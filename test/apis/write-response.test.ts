import t from 'tap'
import { createStandin } from '../../src/server.ts'
import { startWith } from './start-with.ts'

t.test('a body is written as what it is', async t => {
  const { admin, app } = await startWith(t, {
    '/things': {
      get: { operationId: 'listThings', responses: { 200: { description: 'All is well.' } } }
    }
  })
  const cases = [
    [{ body: { a: [1, null, 'ü'] } }, '{"a":[1,null,"ü"]}', 'application/json; charset=utf-8'],
    [{ body: null }, 'null', 'application/json; charset=utf-8'],
    [{ body: 0 }, '0', 'application/json; charset=utf-8'],
    [{ body: '' }, '""', 'application/json; charset=utf-8'],
    [{ body: 'a text' }, '"a text"', 'application/json; charset=utf-8'],
    [{ body: 'a text', headers: { 'Content-Type': 'text/plain' } }, 'a text', 'text/plain'],
    [
      { body: 'a text', headers: { 'Content-Type': 'application/hal+json' } },
      '"a text"',
      'application/hal+json; charset=utf-8'
    ],
    [
      { body: { a: 1 }, headers: { 'Content-Type': 'application/hal+json' } },
      '{"a":1}',
      'application/hal+json; charset=utf-8'
    ],
    [{}, '', undefined]
  ] as const

  for (const [reply, body, type] of cases) {
    await admin('DELETE', '/stubs')
    await admin('POST', '/stubs', { operation: 'things.listThings', reply: { status: 200, ...reply }, contract: 'off' })
    const answer = await app.inject('/things')
    t.equal(answer.body, body, JSON.stringify(reply))
    t.equal(answer.headers['content-type'], type)
    t.equal(answer.headers['content-length'], String(Buffer.byteLength(body)))
  }
})

t.test('multipart responses have their parts, whoever makes them', async t => {
  const schema = {
    type: 'object',
    required: ['id'],
    additionalProperties: false,
    properties: { id: { type: 'integer' }, file: { type: 'string', format: 'binary' } }
  }
  const content = { 'multipart/form-data': { schema, example: { id: 5, file: 'a' } } }
  const get = { operationId: 'getParts', responses: { 200: { description: 'It.', content } } }
  const { admin, send } = await startWith(t, { '/parts': { get } })
  const partsOf = async () => {
    const { body, headers } = await send('GET', '/parts')
    const response = new Response(body, { headers: { 'content-type': String(headers['content-type']) } })
    return Object.fromEntries(await response.formData())
  }
  t.match(await partsOf(), { id: '5', file: { name: 'file', type: 'application/octet-stream' } })

  const operation = 'things.getParts'
  await admin('POST', '/stubs', { operation, reply: { body: { id: 6 } } })
  t.same(await partsOf(), { id: '6' })

  const text = (id: string) =>
    `--own\r\nContent-Disposition: form-data; name="id"\r\n\r\n${id}\r\n--own--\r\n`
  t.equal((await admin('POST', '/stubs', { operation, reply: { body: text('7') } })).statusCode, 201)
  t.same(await partsOf(), { id: '7' })
  t.equal((await admin('POST', '/stubs', { operation, reply: { body: text('seven') } })).statusCode, 422)
})

t.test('HEAD is answered with the length that the answer says, or that its body would have', async t => {
  const head = { operationId: 'headThings', responses: { 200: { description: 'All is well.' } } }
  const get = { operationId: 'listThings', responses: { 200: { description: 'All is well.' } } }
  const { admin, app } = await startWith(t, { '/own': { head }, '/things': { get } })
  const lengthOf = async (url: string) => (await app.inject({ method: 'HEAD', url })).headers['content-length']
  t.equal(await lengthOf('/own'), undefined)
  await admin('POST', '/stubs', {
    operation: 'things.headThings',
    reply: { status: 200, headers: { 'Content-Length': '1234' } },
    contract: 'off'
  })
  await admin('POST', '/stubs', {
    operation: 'things.listThings',
    reply: { status: 200, body: { a: 1 } },
    contract: 'off'
  })
  t.equal(await lengthOf('/own'), '1234')
  t.equal(await lengthOf('/things'), '7')
})

t.test('headers that a hook of the app has set are sent, below those of the answer', async t => {
  const app = await createStandin()
  t.teardown(() => app.close())
  app.addHook('onRequest', async (_request, reply) => {
    reply.headers({
      'x-request': '7',
      'x-frame-options': 'DENY',
      'access-control-allow-origin': 'https://a.test'
    })
  })
  const answered = await app.inject({ method: 'POST', url: '/api/v2/exports/export_claims', payload: {} })
  t.match(answered.headers, {
    'x-request': '7',
    'x-frame-options': 'SAMEORIGIN',
    'access-control-allow-origin': 'https://a.test'
  })
  t.match((await app.inject('/nothing')).headers, { 'x-request': '7', 'access-control-allow-origin': 'https://a.test' })
})
