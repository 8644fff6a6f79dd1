import { join } from 'node:path'
import t from 'tap'
import type { Test } from 'tap'
import type { StandinOptions } from '../../src/standin-options.ts'
import { startStandin } from '../start-standin.ts'
import type { Standin } from '../start-standin.ts'

const AS_PRISM = { queryPreferences: true, invalidStatus: 422 } as const

const PET = { type: 'object', required: ['id'], properties: { id: { type: 'integer' }, name: { type: 'string' } } }
const ERROR = { type: 'object', required: ['message'], properties: { message: { type: 'string' } } }

const DOCUMENT = {
  openapi: '3.1.0',
  info: { title: 'Pets', version: '1' },
  components: { securitySchemes: { key: { type: 'apiKey', in: 'header', name: 'X-Key' } } },
  paths: {
    '/pets': {
      get: {
        operationId: 'listPets',
        parameters: [{ name: 'limit', in: 'query', schema: { type: 'integer' } }],
        responses: {
          200: json({ type: 'array', items: PET }, { cat: [{ id: 1, name: 'Tom' }], dog: [{ id: 2, name: 'Rex' }] }),
          404: json(ERROR, { gone: { message: 'Gone' } })
        }
      },
      post: { operationId: 'addPet', requestBody: content(PET), responses: { 201: json(PET) } }
    },
    '/with400': { post: { requestBody: content(PET), responses: { 201: json(PET), 400: json(ERROR) } } },
    '/with422': {
      post: { requestBody: content(PET), responses: { 201: json(PET), 400: json(ERROR), 422: json(ERROR) } }
    },
    '/withDefault': { post: { requestBody: content(PET), responses: { 201: json(PET), default: json(ERROR) } } },
    '/withOther': { post: { requestBody: content(PET), responses: { 201: json(PET), 409: json(ERROR) } } },
    '/withRange': { post: { requestBody: content(PET), responses: { 201: json(PET), '4XX': json(ERROR) } } },
    '/secret': { get: { security: [{ key: [] }], responses: { 200: json(PET, { one: { id: 1 } }) } } },
    '/broken': { get: { responses: { 200: json(PET, { wrong: { id: 'one' } }) } } },
    '/own': {
      get: {
        operationId: 'own',
        parameters: [{ name: '__page', in: 'query', required: true, schema: { type: 'integer' } }],
        responses: { 200: json(PET, { one: { id: 1 } }) }
      }
    }
  }
}

function content (schema: object, examples: Record<string, unknown> = {}): object {
  const named = Object.entries(examples).map(([name, value]) => [name, { value }])
  return { content: { 'application/json': { schema, examples: Object.fromEntries(named) } } }
}

function json (schema: object, examples?: Record<string, unknown>): object {
  return { description: 'ok', ...content(schema, examples) }
}

async function start (t: Test, options: StandinOptions = AS_PRISM): Promise<Standin> {
  const folder = t.testdir({ 'pets.json': JSON.stringify(DOCUMENT) })
  return await startStandin(t, { openapi: [join(folder, 'pets.json')], ...options })
}

const PREFERRED: ReadonlyArray<readonly [query: string, prefer: string | undefined, status: number, body: unknown]> = [
  ['__code=404', undefined, 404, { message: 'Gone' }],
  ['__code=200', undefined, 200, [{ id: 1, name: 'Tom' }]],
  ['__example=dog', undefined, 200, [{ id: 2, name: 'Rex' }]],
  ['__example=d%6Fg&limit=3', undefined, 200, [{ id: 2, name: 'Rex' }]],
  ['limit=3&__code=404&__example=gone', undefined, 404, { message: 'Gone' }],
  ['__code=404&__code=200', undefined, 404, { message: 'Gone' }],
  ['__code=404', 'code=200', 200, [{ id: 1, name: 'Tom' }]],
  ['__code=404', 'respond-async, wait=1', 404, { message: 'Gone' }],
  ['__dynamic=false', undefined, 200, [{ id: 1, name: 'Tom' }]],
  ['__code=', undefined, 200, [{ id: 1, name: 'Tom' }]],
  ['__code', undefined, 200, [{ id: 1, name: 'Tom' }]],
  ['__other=404', undefined, 200, [{ id: 1, name: 'Tom' }]],
  ['__example=dog%22%2C%20code%3D404', undefined, 404, { code: 'STANDIN_UNKNOWN_PREFERENCE' }],
  ['__code=418', undefined, 404, { code: 'STANDIN_UNKNOWN_PREFERENCE' }]
]

for (const [query, prefer, status, body] of PREFERRED) {
  t.test(`?${query} ${prefer === undefined ? '' : `with Prefer: ${prefer} `}is answered with ${status}`, async t => {
    const { send } = await start(t)
    const response = await send('GET', `/pets?${query}`, undefined, prefer === undefined ? {} : { prefer })
    t.equal(response.statusCode, status)
    t.match(response.json(), body)
  })
}

t.test('__dynamic generates a body, and __seed says which', async t => {
  const { send } = await start(t)
  const bodyOf = async (query: string): Promise<string> => (await send('GET', `/pets?${query}`)).body
  const first = await bodyOf('__dynamic=true&__seed=a')
  t.equal(await bodyOf('__dynamic=true&__seed=a'), first)
  t.not(await bodyOf('__dynamic=true&__seed=b'), first)
  t.not(await bodyOf('__dynamic=true'), '[{"id":1,"name":"Tom"}]')
})

t.test('the journal keeps the URL as it came, and the preferences beside it', async t => {
  const { admin, send } = await start(t)
  await send('GET', '/pets?__code=404')
  const [exchange] = (await admin('GET', '/requests')).json().requests
  t.match(exchange, { request: { url: '/pets?__code=404', headers: { prefer: 'code=404' } } })
})

t.test('a parameter of the operation that begins alike stays one', async t => {
  const { send } = await start(t)
  t.equal((await send('GET', '/own')).statusCode, 422)
  t.equal((await send('GET', '/own?__page=2&__code=200')).statusCode, 200)
})

t.test('without the option, the query states no preferences', async t => {
  const { send } = await start(t, {})
  t.equal((await send('GET', '/pets?__code=404')).statusCode, 200)
})

const INVALID: ReadonlyArray<readonly [path: string, asPrism: number, otherwise: number]> = [
  ['/pets', 422, 400],
  ['/with400', 400, 400],
  ['/with422', 422, 422],
  ['/withDefault', 422, 400],
  ['/withOther', 422, 400],
  ['/withRange', 422, 400]
]

for (const [path, asPrism, otherwise] of INVALID) {
  t.test(`an invalid POST ${path} is refused with ${asPrism}, or else ${otherwise}`, async t => {
    const post = async ({ app }: Standin, payload: string): Promise<number> => {
      const headers = { 'content-type': 'application/json' }
      return (await app.inject({ method: 'POST', url: path, headers, payload })).statusCode
    }
    const prismLike = await start(t)
    t.equal(await post(prismLike, '{}'), asPrism)
    t.equal(await post(prismLike, '{'), 400)
    t.equal(await post(await start(t, {}), '{}'), otherwise)
  })
}

t.test('an invalid query is refused with 422, and an unread media type still with 415', async t => {
  const { app, send } = await start(t)
  t.equal((await app.inject('/pets?limit=x')).statusCode, 422)
  t.equal((await send('POST', '/pets', 'x', { 'content-type': 'text/plain' })).statusCode, 415)
})

t.test('credentials are checked first, whatever is preferred', async t => {
  const { send } = await start(t)
  t.equal((await send('GET', '/secret?__code=200')).statusCode, 401)
  t.equal((await send('GET', '/secret?__code=200', undefined, { 'x-key': '1' })).statusCode, 200)
})

t.test('a response that breaks its contract is an error where that is asked for', async t => {
  const { app } = await start(t, { ...AS_PRISM, responseErrors: true })
  const broken = await app.inject('/broken?__example=wrong')
  t.equal(broken.statusCode, 500)
  t.match(broken.json(), { code: 'STANDIN_INVALID_RESPONSE', violations: [{ in: 'body', pointer: '/id' }] })
  t.equal((await app.inject('/pets')).statusCode, 200)
  t.equal((await app.inject('/secret')).statusCode, 401, 'a refusal that is not documented stays one')

  const lenient = await start(t, AS_PRISM)
  t.match((await lenient.app.inject('/broken?__example=wrong')).json(), { id: 'one' })
})
