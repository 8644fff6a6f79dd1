import { join } from 'node:path'
import t from 'tap'
import type { Test } from 'tap'
import { startStandin } from '../start-standin.ts'
import type { StandinOptions } from '../../src/standin-options.ts'

/** A document whose operations answer with their own names. */
function document (servers: string, ...paths: string[]): string {
  const answer = (name: string) => ({
    200: {
      description: 'x',
      content: { 'application/json': { schema: { type: 'string' }, example: name } }
    }
  })
  return JSON.stringify({
    openapi: '3.1.0',
    info: { title: 'x', version: '1' },
    servers: [{ url: servers }],
    paths: Object.fromEntries(
      paths.map(path => [
        path,
        {
          parameters: [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
            name,
            in: 'path',
            required: true,
            schema: { type: 'string', maxLength: 5 }
          })),
          get: { responses: answer(path) }
        }
      ])
    )
  })
}

async function start (t: Test, documents: Record<string, string>, options: StandinOptions = {}) {
  const folder = t.testdir(Object.fromEntries(Object.entries(documents).map(([name, text]) => [`${name}.json`, text])))
  const { send } = await startStandin(t, {
    openapi: Object.keys(documents).map(name => join(folder, `${name}.json`)),
    ...options
  })
  return async (url: string) => {
    const answer = await send('GET', url)
    return answer.statusCode === 200 ? answer.json() : answer.statusCode
  }
}

t.test('an API is served under the path of its server, and without it', async t => {
  const get = await start(t, { pets: document('https://pets.example/v2', '/pets', '/pets/{id}') })
  t.equal(await get('/v2/pets'), '/pets')
  t.equal(await get('/pets'), '/pets')
  t.equal(await get('/v2/pets/1'), '/pets/{id}')
  t.equal(await get('/pets/1'), '/pets/{id}')
  t.equal(await get('/~other/v2/pets/1'), '/pets/{id}')
  t.equal(await get('/v2/pets/123456'), 400, 'the values in the path are read at either place')
  t.equal(await get('/v3/pets'), 404)
})

t.test('a path that two documents have is served under their own prefixes only', async t => {
  const get = await start(t, { a: document('/v1', '/pets', '/dogs'), b: document('/v2', '/pets') })
  t.equal(await get('/v1/pets'), '/pets')
  t.equal(await get('/v2/pets'), '/pets')
  t.equal(await get('/pets'), 404)
  t.equal(await get('/dogs'), '/dogs')
})

t.test('a document that is served at the root goes before the bare paths of another', async t => {
  const get = await start(t, { a: document('/', '/{kind}'), b: document('/v2', '/{thing}', '/dogs') })
  t.equal(await get('/pets'), '/{kind}')
  t.equal(await get('/v2/pets'), '/{thing}')
  t.equal(await get('/dogs'), '/dogs', 'a concrete path goes before a template')
})

t.test('what is mounted is served there alone', async t => {
  const get = await start(
    t,
    { a: document('/v1', '/pets'), b: document('/v1', '/pets') },
    { mounts: { a: '/shop/a', b: '/' } }
  )
  t.equal(await get('/shop/a/pets'), '/pets')
  t.equal(await get('/v1/pets'), 404)
  t.equal(await get('/pets'), '/pets')
})

t.test('what cannot be told apart is refused at the start', async t => {
  const documents = { a: document('/', '/pets/{id}'), b: document('/', '/pets/{name}') }
  await t.rejects(start(t, documents), {
    code: 'STANDIN_INVALID_DOCUMENT',
    message:
      /b\.json:1:\d+ GET \/pets\/\{name\} is served by .*a\.json as well: serve one .* as in --mount b=\/b$/
  })
  await t.rejects(start(t, documents, { mounts: { other: '/c' } }), {
    code: 'STANDIN_INVALID_OPTION',
    message: '--mount must name an API that is served (a, b), but is "other"'
  })
})

t.test('a request that finds nothing is told of the nearest, with its prefix', async t => {
  const folder = t.testdir({ 'pets.json': document('/v2', '/pets') })
  const { send } = await startStandin(t, { openapi: join(folder, 'pets.json'), mounts: { pets: '/api' } })
  t.match((await send('GET', '/api/pest')).json(), { detail: /the nearest is GET \/api\/pets/ })
})

t.test('links lead to where a request has come in', async t => {
  const folder = t.testdir({
    'pets.json': JSON.stringify({
      openapi: '3.1.0',
      info: { title: 'x', version: '1' },
      servers: [{ url: 'https://pets.example/v2' }],
      paths: {
        '/pets': {
          get: {
            responses: {
              200: {
                description: 'x',
                content: { 'application/json': { schema: { type: 'object' } } }
              }
            },
            'x-standin': {
              reply: { status: 200, body: { url: '{$server.url}/pets', path: '$server.path' } }
            }
          }
        }
      }
    })
  })
  const { send } = await startStandin(t, { openapi: join(folder, 'pets.json') })
  const get = async (url: string) => (await send('GET', url, undefined, { host: 'a.test' })).json()
  t.same(await get('/v2/pets'), { url: 'http://a.test/v2/pets', path: '/v2' })
  t.same(await get('/pets'), { url: 'http://a.test/pets', path: '' })
  t.same(await get('/~other/v2/pets'), { url: 'http://a.test/~other/v2/pets', path: '/~other/v2' })
})

t.test('what a request comes near to is told with the path at which it is served', async t => {
  const folder = t.testdir({ 'a.json': document('/v1', '/pets') })
  const { admin, send } = await startStandin(t, { openapi: join(folder, 'a.json'), mounts: { a: '/shop/a' } })
  await send('GET', '/shop/a/pet')
  const nearest = [{ method: 'GET', path: '/shop/a/pets' }]
  t.match((await admin('GET', '/requests/unmatched')).json(), { requests: [{ nearest }] })
  t.match((await admin('GET', '/verification')).json(), { unmatched: [{ nearest }] })
})

t.test('the words of an API link to the path under which it is served, whatever it refuses', async t => {
  const words = { status: 400, body: { see: '{$server.url}/docs' } }
  const post = {
    requestBody: { content: { 'application/json': { schema: { type: 'object' } } } },
    responses: { default: { description: 'x', content: { 'application/json': {} } } }
  }
  const folder = t.testdir({
    'pets.json': JSON.stringify({
      openapi: '3.1.0',
      info: { title: 'x', version: '1' },
      servers: [{ url: 'https://pets.example/v2' }],
      'x-standin': { refusals: { invalid: words, tooLarge: words, methodNotAllowed: words } },
      paths: { '/pets': { post } }
    })
  })
  const { send } = await startStandin(t, { openapi: join(folder, 'pets.json'), bodyLimit: 200 })
  for (const [method, body] of [['POST', []], ['POST', { a: 'x'.repeat(200) }], ['PUT', undefined]] as const) {
    t.match((await send(method, '/v2/pets', body, { host: 'a.test' })).json(), { see: 'http://a.test/v2/docs' }, method)
  }
})
