import t from 'tap'
import { startWith } from '../apis/start-with.ts'

const JSON_TYPE = 'application/json'
const OK = { description: 'Fine.' }

const ERROR = {
  type: 'object',
  required: ['code', 'message'],
  properties: { code: { enum: ['BAD_REQUEST', 'RATE_LIMITED'] }, message: { type: 'string' } },
  additionalProperties: false
}

/** An error response; its `Retry-After` has an example that is not what it should be. */
const error = (headers?: object) => ({ description: 'It fails.', headers, content: { [JSON_TYPE]: { schema: ERROR } } })
const RETRY_AFTER = { 'Retry-After': { schema: { type: 'integer' }, example: 3_600 } }

const PATHS = {
  '/documented': { get: { responses: { 200: OK, 400: { description: 'No.' }, 429: error(RETRY_AFTER) } } },
  '/any-error': { get: { responses: { 200: OK, default: error() } } },
  '/other-error': { get: { responses: { 200: OK, 400: error() } } },
  '/no-error': { get: { responses: { 200: OK } } },
  '/own': {
    get: { 'x-standin': { limits: { own: { by: 'all', max: 1, per: 'PT10S' } } }, responses: { 200: OK } }
  }
}

const ROOT = { 'x-standin': { limits: { requests: { by: '$url', max: 1, per: 'PT30S' } } } }

const DETAIL = 'The limit "requests" is exceeded: one more request is allowed in 30 s'
const FILLED = { code: 'RATE_LIMITED', message: DETAIL }

t.test('what exceeds a limit without a reply is refused as the operation documents errors', async t => {
  const { app, send } = await startWith(t, PATHS, { root: ROOT })
  for (const path of ['/documented', '/any-error', '/other-error']) {
    t.equal((await send('GET', path)).statusCode, 200)
    // It is sent without the test's own look at violations: one operation documents no 429.
    const { body, headers, statusCode } = await app.inject(path)
    t.match({ headers, statusCode }, { statusCode: 429, headers: { 'retry-after': '30' } }, path)
    t.same(JSON.parse(body), FILLED, path)
    t.equal(headers['x-standin-violation'] !== undefined, path === '/other-error', path)
  }
})

t.test('there are problem details where an operation documents no errors', async t => {
  const { advance, send } = await startWith(t, PATHS, { root: ROOT })
  await send('GET', '/no-error')
  await advance('PT10.5S')
  const refused = await send('GET', '/no-error')
  t.match(refused.headers, { 'content-type': /^application\/problem\+json/, 'retry-after': '20' })
  t.match(refused.json(), { status: 429, code: 'STANDIN_TOO_MANY_REQUESTS', title: 'Too Many Requests' })
  await advance('PT19.5S')
  t.equal((await send('GET', '/no-error')).statusCode, 200, 'the wait was true')
})

t.test('a limit of an operation alone may be without a reply, too', async t => {
  const { send } = await startWith(t, PATHS)
  await send('GET', '/own')
  t.match((await send('GET', '/own')).json(), { status: 429, detail: /"own" is exceeded.* 10 s/ })
})

t.test('requests that an outage answers count, as at a gateway in front of the service', async t => {
  const { admin, send } = await startWith(t, PATHS, { root: ROOT })
  await admin('POST', '/stubs', { operation: '*', reply: { status: 503 }, times: 2 })
  const statuses = []
  for (let count = 0; count < 3; count++) statuses.push((await send('GET', '/any-error')).statusCode)
  t.same(statuses, [503, 503, 429])
})
