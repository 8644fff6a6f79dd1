import t from 'tap'
import { startWith } from './start-with.ts'

const OK = { responses: { 200: { description: 'Fine.' } } }
const LIMITED = { responses: { 200: { description: 'Fine.' }, 429: { description: 'Slow down.' } } }

const SLOW = { status: 429 }

const PATHS = {
  '/a': { get: { operationId: 'a', ...LIMITED } },
  '/b': { get: { operationId: 'b', ...LIMITED } },
  '/c': { get: { operationId: 'c', ...OK } }
}

const ROOT = {
  'x-standin': {
    limits: {
      'a "b"': {
        by: 'all', max: 2, per: 'PT1M', operations: ['a'], headers: ['RateLimit', 'X-RateLimit'], else: SLOW
      },
      bucket: { by: 'all', max: 1, per: 'PT2S', burst: 5, operations: ['a', 'b'], headers: 'RateLimit', else: SLOW },
      keyed: { by: '$request.header.key', max: 9, per: 'PT1M', headers: 'X-RateLimit', else: SLOW },
      off: { by: 'all', max: 9, per: 'PT1M', enabled: false, headers: 'RateLimit', else: SLOW }
    }
  }
}

t.test('responses tell what is left of the limits that count the request', async t => {
  const { advance, send } = await startWith(t, PATHS, { root: ROOT })
  const headersOf = async (path: string, key?: string) => {
    const { headers } = await send('GET', path, undefined, key === undefined ? {} : { key })
    return Object.fromEntries(Object.entries(headers).filter(([name]) => /ratelimit|retry/.test(name)))
  }

  t.same(await headersOf('/c'), {}, 'no limit counts it')
  t.same(await headersOf('/b'), { 'ratelimit-policy': '"bucket";q=1;w=2', ratelimit: '"bucket";r=4;t=2' })
  t.same(await headersOf('/a'), {
    'ratelimit-policy': '"a \\"b\\"";q=2;w=60, "bucket";q=1;w=2',
    ratelimit: '"a \\"b\\"";r=1;t=60, "bucket";r=3;t=4',
    'x-ratelimit-limit': '2',
    'x-ratelimit-remaining': '1',
    'x-ratelimit-reset': '1767225660'
  })
  t.match(await headersOf('/c', 'k'), { 'x-ratelimit-limit': '9', 'x-ratelimit-remaining': '8' })
  t.match(await headersOf('/a', 'k'), { 'x-ratelimit-limit': '2', 'x-ratelimit-remaining': '0' }, 'the least')
  await advance('PT15.5S')
  t.match(await headersOf('/a'), { 'retry-after': '45', 'x-ratelimit-remaining': '0' })
  t.match(await headersOf('/b'), { ratelimit: '"bucket";r=4;t=2' }, 'what was refused took no token')
})

t.test('a refusal that an operation does not document is marked', async t => {
  const root = { 'x-standin': { limits: { all: { by: 'all', max: 1, per: 'PT1M', else: SLOW } } } }
  const { app, send } = await startWith(t, PATHS, { root })
  t.match(app.contracts.flatMap(({ warnings }) => warnings), [{
    pointer: '/x-standin/limits/all/else',
    message: /^in x-standin: no status 429 is documented by things\.c:/
  }])
  t.equal((await send('GET', '/c')).statusCode, 200)
  const documented = await send('GET', '/a')
  t.match([documented.statusCode, documented.headers], [429, { 'x-standin-violation': undefined }])
  const { headers, statusCode } = await app.inject('/c')
  t.match([statusCode, headers], [429, { 'x-standin-violation': /status/ }])
})
