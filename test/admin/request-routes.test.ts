import { once } from 'node:events'
import t from 'tap'
import type { Exchange } from '../../src/worlds/exchange.ts'
import { startAdmin } from './start-admin.ts'

const EXCHANGE: Exchange = {
  id: '1',
  at: 1_767_225_600_000,
  realAt: 1_767_225_600_000,
  tookMs: 1.5,
  operation: 'kiln.fireBatch',
  method: 'POST',
  url: '/batches?token=abc',
  requestPath: {},
  requestQuery: { token: 'abc' },
  requestCookies: {},
  requestHeaders: { 'x-api-key': 'abc', accept: '*/*' },
  requestBody: { glaze: 'blue', token: 'abc' },
  credentials: undefined,
  requestViolations: [],
  status: 201,
  responseHeaders: {},
  responseBody: { id: 7 },
  responseViolations: [],
  source: 'simulation',
  stub: undefined,
  example: undefined,
  fault: undefined
}

const VIOLATION = {
  in: 'body',
  pointer: '/glaze',
  rule: 'type',
  expected: 'be a string',
  actual: '5',
  message: 'body /glaze must be a string, but is 5'
} as const

const ids = ({ requests }: { requests: Array<{ id: string }> }) => requests.map(({ id }) => id)

t.test('exchanges are shown with their credentials masked', async t => {
  const { call, world } = await startAdmin(t)
  world.store.append(EXCHANGE)
  const shown = {
    id: '1',
    world: 'default',
    at: '2026-01-01T00:00:00.000Z',
    realAt: '2026-01-01T00:00:00.000Z',
    tookMs: 1.5,
    state: 'answered',
    operation: 'kiln.fireBatch',
    source: 'simulation',
    stub: null,
    example: null,
    fault: null,
    resource: null,
    request: {
      method: 'POST',
      url: '/batches?token=***',
      headers: { 'x-api-key': '***', accept: '*/*' },
      violations: [],
      body: { glaze: 'blue', token: '***' }
    },
    response: { status: 201, headers: {}, violations: [], body: { id: 7 } }
  }
  t.same((await call('GET', '/requests')).json(), { requests: [shown], more: false, dropped: 0 })
  t.same((await call('GET', '/requests/1')).json(), shown)
})

t.test('filters narrow the list', async t => {
  const { call, world } = await startAdmin(t)
  world.store.append(EXCHANGE)
  world.store.append({
    ...EXCHANGE,
    id: '2',
    status: 400,
    source: 'refusal',
    credentials: undefined,
    requestViolations: [VIOLATION]
  })
  world.store.append({
    ...EXCHANGE,
    id: '3',
    operation: 'kiln.readBatch',
    method: 'GET',
    status: 200
  })
  world.store.append({ ...EXCHANGE, id: '4', operation: undefined, status: 404, source: 'refusal' })

  for (const [query, expected] of [
    ['operation=kiln.fireBatch', ['1', '2']],
    ['status=404', ['4']],
    ['source=refusal', ['2', '4']],
    ['method=get', ['3']],
    ['stub=7', []],
    ['body./glaze=blue', ['1', '2', '3', '4']],
    ['body./glaze=blue&query./token=abc&status=201', ['1']],
    ['headers./Accept=*/*&limit=1', ['4']],
    ['body./glaze=red', []],
    ['violations=true', ['2']],
    ['violations=false', ['1', '3', '4']],
    ['operation=kiln.fireBatch&violations=false', ['1']],
    ['limit=2', ['3', '4']],
    ['limit=2&before=3', ['1', '2']],
    ['after=2', ['3', '4']]
  ] as const) {
    t.same(ids((await call('GET', `/requests?${query}`)).json()), expected, query)
  }
  t.equal((await call('GET', '/requests?limit=2')).json().more, true)
})

t.test('what makes no sense as a filter is refused with the nearest that does', async t => {
  const { call } = await startAdmin(t)
  for (const [query, detail] of [
    ['operation=kiln.firBatch', /did you mean "kiln.fireBatch"/],
    ['statu=200', /did you mean "status"/],
    ['boby./glaze=blue', /boby/],
    ['body./glaze=blue&body./glaze=red', /must be a string/],
    ['status=ok', /must be an integer/],
    ['source=stubb', /"stub"/],
    ['violations=yes', /true or false/],
    ['limit=0', /at least 1/],
    ['limit=1&limit=2', /limit/]
  ] as const) {
    t.match(
      (await call('GET', `/requests?${query}`)).json(),
      { status: 400, code: 'STANDIN_INVALID_REQUEST', detail },
      query
    )
  }
})

t.test('the journal is bounded, says what it dropped, and can be emptied', async t => {
  const { call, world } = await startAdmin(t)
  for (let id = 1; id <= 7; id++) world.store.append({ ...EXCHANGE, id: String(id) })
  const page = (await call('GET', '/requests')).json()
  t.same(ids(page), ['3', '4', '5', '6', '7'])
  t.equal(page.dropped, 2)
  t.match((await call('GET', '/requests/1')).json(), {
    status: 404,
    code: 'STANDIN_UNKNOWN_EXCHANGE'
  })

  t.equal((await call('DELETE', '/requests')).statusCode, 204)
  t.same(ids((await call('GET', '/requests')).json()), [])
})

t.test('requests are followed as they come, from the one that was heard of last', async t => {
  const { app, world } = await startAdmin(t)
  const add = (id: string, parts: Partial<Exchange> = {}): void => {
    world.store.append({ ...EXCHANGE, ...parts, id })
    world.store.nextNumber('exchanges', 1)
    world.exchanged.tell()
  }
  add('1')
  add('2', { method: 'GET' })
  add('3')
  const response = await app.inject({
    url: '/__admin/requests/stream?method=post',
    headers: { 'last-event-id': '1' },
    payloadAsStream: true
  })
  t.equal(response.statusCode, 200)
  t.equal(response.headers['content-type'], 'text/event-stream')

  let text = ''
  const stream = response.stream().setEncoding('utf8')
  stream.on('data', (chunk: string) => {
    text += chunk
    if (text.includes('id: 3')) add('4')
    if (text.includes('id: 4')) world.close()
  })
  await once(stream, 'end')
  t.same(
    [...text.matchAll(/^id: (\d+)$/gm)].map(([, id]) => id),
    ['3', '4']
  )
  t.notMatch(text, 'abc')
})

t.test('what makes no sense to follow is refused before it begins', async t => {
  const { app, call } = await startAdmin(t)
  t.match((await call('GET', '/requests/stream?operation=kiln.none')).json(), {
    status: 400,
    code: 'STANDIN_INVALID_REQUEST'
  })
  t.match((await call('GET', '/requests/stream?limit=1')).json(), { status: 400, detail: /limit/ })
  t.equal(
    (await app.inject({ method: 'HEAD', url: '/__admin/requests/stream' })).statusCode,
    404,
    'it would never end'
  )
})
