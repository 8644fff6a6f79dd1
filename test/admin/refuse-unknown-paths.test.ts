import t from 'tap'
import { startAdmin } from './start-admin.ts'

t.test('an unknown path is refused with the nearest that there is', async t => {
  const { call } = await startAdmin(t)
  const nearest: ReadonlyArray<[string, string]> = [
    ['/clokc', '/__admin/clock'],
    ['/clock/advnace', '/__admin/clock/advance'],
    ['/resource/kiln.Batch', '/__admin/resources/{type}'],
    ['/resources/kiln.Batch/1/statuses', '/__admin/resources/{type}/{id}/status'],
    ['/contracts/kiln', '/__admin/contracts/{name}.json'],
    ['/openapi.yaml', '/__admin/openapi.json']
  ]
  for (const [path, near] of nearest) {
    t.match((await call('GET', path)).json(), {
      status: 404,
      code: 'STANDIN_UNKNOWN_PATH',
      detail: `There is nothing at /__admin${path}: the nearest is ${near}`
    })
  }
  t.match((await call('GET', '/~a/__admin/clokc')).json(), { status: 404 })
})

t.test('what is near to nothing is sent to the documentation', async t => {
  const { call } = await startAdmin(t)
  for (const path of ['', '/', '/something/else/entirely']) {
    t.match((await call('GET', path)).json(), { status: 404, detail: /\/__admin\/docs/ }, path)
  }
})

t.test('a browser that opens another path of the admin API gets no page', async t => {
  const { app } = await startAdmin(t)
  const headers = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' }
  t.equal((await app.inject({ url: '/__admin/clokc', headers })).statusCode, 404)
  t.equal((await app.inject({ url: '/__admin', method: 'POST', headers })).statusCode, 404)
})

t.test('a wrong method is refused with those that there are', async t => {
  const { call } = await startAdmin(t)
  const allowed: ReadonlyArray<[string, string, string]> = [
    ['POST', '/health', 'GET, HEAD'],
    ['DELETE', '/clock', 'GET, HEAD, PUT'],
    ['GET', '/clock/advance', 'POST'],
    ['POST', '/resources/kiln.Batch/1', 'GET, HEAD, PUT, DELETE']
  ]
  for (const [method, path, allow] of allowed) {
    const response = await call(method, path, method === 'POST' ? 'no json' : undefined)
    t.match(response, { statusCode: 405, headers: { allow } }, `${method} ${path}`)
    t.match(response.json(), {
      code: 'STANDIN_METHOD_NOT_ALLOWED',
      detail: `${method} is not a method of /__admin${path}, which has ${allow}`
    })
  }
  t.match(await call('OPTIONS', '/clock'), {
    statusCode: 204,
    headers: { allow: 'GET, HEAD, PUT' }
  })
})
