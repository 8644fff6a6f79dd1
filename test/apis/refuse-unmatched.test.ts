import t from 'tap'
import { startStandin } from '../start-standin.ts'
import { answering, journalOf, startWith } from './start-with.ts'

const PATHS = {
  '/things': {
    get: { operationId: 'listThings', responses: answering({}) },
    post: { operationId: 'addThing', responses: answering({}) }
  },
  '/things/{id}': {
    delete: {
      operationId: 'deleteThing',
      parameters: [{ name: 'id', in: 'path', required: true, schema: {} }],
      responses: answering({})
    }
  }
}

t.test('a browser that opens the root is sent to the admin page, unless the API has a root', async t => {
  const headers = { accept: 'text/html,*/*;q=0.8' }
  const { app } = await startWith(t, PATHS)
  t.match(await app.inject({ url: '/', headers }), { statusCode: 302, headers: { location: './__admin/' } })
  t.equal((await app.inject({ url: '/~a/', headers })).headers.location, './__admin/')
  t.equal((await app.inject({ url: '/~a', headers })).headers.location, './~a/__admin/')
  t.equal((await app.inject({ url: '/', headers: { accept: '*/*' } })).statusCode, 404)
  t.equal((await app.inject({ url: '/other', headers })).statusCode, 404)

  const rooted = await startWith(t, { '/': { get: { responses: answering({}) } } })
  t.equal((await rooted.app.inject({ url: '/', headers: { accept: 'text/html, application/json' } })).statusCode, 200)
})

t.test('problem details report an unknown path, with the nearest operation', async t => {
  const { send } = await startWith(t, PATHS)
  const answer = await send('GET', '/thinks?a=1')

  t.equal(answer.statusCode, 404)
  t.match(answer.headers['content-type'], /^application\/problem\+json/)
  t.match(answer.json(), {
    type: 'about:blank',
    title: 'Not Found',
    status: 404,
    code: 'STANDIN_UNKNOWN_PATH',
    detail: /GET \/thinks.*GET \/things \(things\.listThings\)/
  })
})

t.test('a wrong method is 405, and Allow names those that there are', async t => {
  const { send } = await startWith(t, PATHS)
  for (const [method, url, allow] of [
    ['PUT', '/things', 'GET, HEAD, POST, OPTIONS'],
    ['PATCH', '/things/', 'GET, HEAD, POST, OPTIONS'],
    ['GET', '/things/1', 'DELETE, OPTIONS']
  ] as const) {
    const answer = await send(method, url)
    t.equal(answer.statusCode, 405, `${method} ${url}`)
    t.equal(answer.headers.allow, allow)
    t.match(answer.json(), {
      code: 'STANDIN_METHOD_NOT_ALLOWED',
      detail: `${method} is not a method of`
    })
  }
})

t.test('each of the four APIs refuses in its own words what comes nearest to its paths', async t => {
  const { send } = await startStandin(t)
  const cases = [
    ['/api/v2/exports/export_claim', 404, { status: 404, error: 'Not Found' }],
    ['/api/connector/v1/exports', 404, { Message: /\/api\/connector\/v1\/exports/, RequestId: String }],
    ['/v1/system/check-sets', 404, { errorCode: 'NOT_FOUND' }],
    ['/api/v1/exports', 404, { message: 'Not Found' }],
    ['/api', 404, { code: 'STANDIN_UNKNOWN_PATH' }],
    ['/', 404, { code: 'STANDIN_UNKNOWN_PATH' }],
    ['/%zz', 404, { code: 'STANDIN_UNKNOWN_PATH' }]
  ] as const

  for (const [path, status, body] of cases) {
    const answer = await send('GET', path)
    t.equal(answer.statusCode, status, path)
    t.match(answer.json(), body, path)
  }
})

t.test('what found no operation is in the journal of the world that was named', async t => {
  const standin = await startStandin(t)
  const elsewhere = await standin.world('elsewhere')
  await elsewhere.send('DELETE', '/nothing?at=all')

  t.match(await journalOf(elsewhere), [
    {
      operation: null,
      source: 'refusal',
      request: { method: 'DELETE', url: '/nothing?at=all' },
      response: { status: 404 }
    }
  ])
  t.same(await journalOf(standin), [])
})

t.test('an empty parameter of a path finds no operation', async t => {
  const path = [{ name: 'name', in: 'path', required: true, schema: { type: 'string' } }]
  const { send } = await startWith(t, {
    '/{name}': { get: { operationId: 'readThing', parameters: path, responses: answering({}) } },
    '/{name}/parts': { get: { operationId: 'listParts', parameters: path, responses: answering({}) } }
  })

  for (const url of ['/', '//', '//parts']) t.equal((await send('GET', url)).statusCode, 404, url)
  t.equal((await send('POST', '/')).statusCode, 404, 'of another method')
  for (const url of ['/a', '/a/', '/a/parts']) t.equal((await send('GET', url)).statusCode, 200, url)
})
