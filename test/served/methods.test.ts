import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import t from 'tap'
import { answering, journalOf, startWith } from '../apis/start-with.ts'

const THING = { type: 'object', required: ['name'], properties: { name: { type: 'string' } } }
const NOTE = { 'x-note': { required: true, schema: { type: 'string' }, example: 'n' } }
const GET = {
  get: {
    operationId: 'getThing',
    responses: {
      200: {
        description: 'It.',
        headers: NOTE,
        content: {
          'application/json': { schema: THING, example: { name: 'änvil' } },
          'text/csv': { example: 'änvil' }
        }
      },
      404: { description: 'None.' }
    }
  }
}

/**
 * RFC 9110, section 9.3.2: "identical to GET except that the server MUST NOT send content in the response";
 * sections 8.6 and 9.3.2 on Content-Length.
 */
const ASKED: Array<Record<string, string>> = [
  {},
  { accept: 'text/csv' },
  { prefer: 'code=404' },
  { accept: 'image/png' }
]

for (const headers of ASKED) {
  t.test(`HEAD has the status and the headers of GET, with ${JSON.stringify(headers)}`, async t => {
    const { send } = await startWith(t, { '/things': GET })
    const [head, get] = [
      await send('HEAD', '/things', undefined, headers),
      await send('GET', '/things', undefined, headers)
    ]
    t.equal(head.statusCode, get.statusCode)
    t.equal(head.body, '')
    const { date, ...expected } = get.headers
    t.match(head.headers, expected)
    t.equal(head.headers['content-length'], String(Buffer.byteLength(get.body)))
  })
}

t.test('HEAD meets the stubs and the simulation of GET, and is in the journal as what it is', async t => {
  const standin = await startWith(t, { '/things': GET })
  await standin.admin('POST', '/stubs', { operation: 'things.getThing', reply: { status: 404 } })
  t.equal((await standin.send('HEAD', '/things')).statusCode, 404)
  t.match(await journalOf(standin), [
    {
      operation: 'things.getThing',
      source: 'stub',
      request: { method: 'HEAD' },
      response: { status: 404 }
    }
  ])
})

t.test('a HEAD that is documented answers for itself', async t => {
  const { send } = await startWith(t, {
    '/things': {
      ...GET,
      head: {
        operationId: 'headThing',
        responses: { 204: { description: 'It is there.', headers: NOTE } }
      }
    }
  })
  t.equal((await send('HEAD', '/things')).statusCode, 204)
  t.equal((await send('GET', '/things')).statusCode, 200)
})

t.test('HEAD is not there where GET is not', async t => {
  const { send } = await startWith(t, { '/things': { put: { responses: { 204: { description: 'Done.' } } } } })
  const answer = await send('HEAD', '/things')
  t.equal(answer.statusCode, 405)
  t.equal(answer.headers.allow, 'PUT, OPTIONS')
})

t.test('OPTIONS tells the methods of a path, and is no exchange (RFC 9110, section 9.3.7)', async t => {
  const standin = await startWith(t, {
    '/things/{id}': { ...GET, put: { responses: { 204: { description: 'Done.' } } } },
    '/things/{id}:stop': { post: { responses: { 204: { description: 'Done.' } } } }
  })
  const answer = await standin.send('OPTIONS', '/things/1')
  t.equal(answer.statusCode, 204)
  t.equal(answer.headers.allow, 'GET, HEAD, PUT, OPTIONS')
  t.equal(answer.body, '')
  t.equal(
    (await standin.send('OPTIONS', '/things/1:stop')).headers.allow,
    'GET, HEAD, PUT, POST, OPTIONS',
    'for `1:stop` could be an id'
  )
  t.equal((await standin.send('OPTIONS', '/others')).statusCode, 404)
  t.same((await journalOf(standin)).map(({ request }: { request: { url: string } }) => request.url), ['/others'])
})

t.test('an OPTIONS that is documented answers for itself, preflights too', async t => {
  const { send } = await startWith(t, {
    '/things': {
      ...GET,
      options: { responses: answering({ type: 'object' }, { all: 'is possible' }) }
    }
  })
  t.same((await send('OPTIONS', '/things')).json(), { all: 'is possible' })
  t.equal(
    (
      await send('OPTIONS', '/things', undefined, {
        origin: 'https://a.example',
        'access-control-request-method': 'GET'
      })
    ).statusCode,
    200
  )
})

const SEARCH = {
  operationId: 'search',
  requestBody: { required: true, content: { 'application/json': { schema: THING } } },
  responses: answering(THING, { name: 'found' })
}
const ROOT = { openapi: '3.2.0' }

t.test('QUERY and methods of a document\'s own are served (OpenAPI 3.2, Path Item Object)', async t => {
  const standin = await startWith(
    t,
    {
      '/things': {
        ...GET,
        query: SEARCH,
        additionalOperations: {
          COPY: { ...SEARCH, operationId: 'copy' },
          PURGE: { operationId: 'purge', responses: { 204: { description: 'Gone.' } } }
        }
      }
    },
    { root: ROOT }
  )
  t.same((await standin.send('QUERY', '/things', { name: 'a' })).json(), { name: 'found' })
  t.equal((await standin.send('QUERY', '/things', { name: 1 })).statusCode, 400)
  t.equal((await standin.send('QUERY', '/things')).statusCode, 400)
  t.same((await standin.send('COPY', '/things', { name: 'a' })).json(), { name: 'found' })
  t.equal((await standin.send('PURGE', '/things')).statusCode, 204)
  t.equal((await standin.send('OPTIONS', '/things')).headers.allow, 'GET, HEAD, QUERY, COPY, PURGE, OPTIONS')
})

t.test('QUERY comes over a connection too', async t => {
  const { app } = await startWith(t, { '/things': { query: SEARCH } }, { root: ROOT })
  await app.listen({ port: 0 })
  const { port } = app.server.address() as AddressInfo  // it listens on a port
  const body = await new Promise<string>((resolve, reject) => {
    request(
      { port, path: '/things', method: 'QUERY', headers: { 'content-type': 'application/json' } },
      response => resolve(text(response))
    )
      .on('error', reject)
      .end('{"name":"a"}')
  })
  t.same(JSON.parse(body), { name: 'found' })
})

t.test('a method that Node does not know is left out, and the others are served', async t => {
  const { send } = await startWith(
    t,
    {
      '/things': {
        ...GET,
        additionalOperations: { FROBNICATE: { responses: { 204: { description: 'Done.' } } } }
      }
    },
    { root: ROOT }
  )
  t.equal((await send('GET', '/things')).statusCode, 200)
})
