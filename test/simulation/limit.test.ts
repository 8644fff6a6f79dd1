import t from 'tap'
import { play } from './act.ts'
import type { Play } from './act.ts'

function playLimited (limit: Readonly<Record<string, unknown>> = {}): Play {
  return play({
    root: {
      limits: { requests: { by: '$request.header.key', max: 3, per: 'PT30S', else: 'tooMany', ...limit } },
      replies: {
        tooMany: {
          status: 429,
          headers: { 'Retry-After': '$retryAfter' },
          body: {
            max: '$limits.requests.max',
            left: '$limits.requests.remaining',
            reset: '$limits.requests.reset'
          }
        }
      },
      headers: {
        'X-Limit': '$limits.requests.max',
        'X-Left': '$limits.requests.remaining',
        'X-Reset': '$limits.requests.reset.epochSeconds'
      }
    },
    operations: {
      'GET /a': {
        statuses: [200, 429],
        standin: { reply: { status: 200, body: '$limits.requests.remaining' } }
      },
      'GET /b': { statuses: [200, 429] }
    }
  })
}

const withKey = (key?: string) => key === undefined ? {} : { headers: { key } }
const status = ({ ask }: Play, title = 'GET /a', key: string | undefined = 'k') =>
  ask(title, withKey(key))?.status

t.test('so many requests are counted within a window, whatever the operation', async t => {
  const limited = playLimited()
  const { advance, send } = limited
  t.same(
    [send('GET /a', withKey('k')).body, status(limited, 'GET /b'), send('GET /a', withKey('k')).body],
    [2, undefined, 0],
    'an operation without a simulation is counted too'
  )
  await advance('PT10.5S')
  t.match(send('GET /b', withKey('k')), {
    status: 429,
    headers: { 'retry-after': '20' },
    body: { max: 3, left: 0, reset: '2026-01-01T00:00:30Z' }
  })
  await advance('PT19.499S')
  t.match(send('GET /a', withKey('k')), { status: 429, headers: { 'retry-after': '1' } })
  await advance('PT0.001S')
  t.equal(status(limited), 200, 'the wait was true')
  await advance('PT29S')
  t.same(
    [status(limited), status(limited), status(limited)],
    [200, 200, 429],
    'the window began with that request'
  )
})

t.test('each key has a window of its own, and what has no key is not counted', async t => {
  const limited = playLimited({ max: 1 })
  t.same(['x', 'y', 'x', 'y'].map(key => status(limited, 'GET /a', key)), [200, 200, 429, 429])
  for (let count = 0; count < 5; count++) t.equal(limited.ask('GET /a')?.status, 200)
})

t.test('headers tell what is left', async t => {
  const { scope, send, simulation } = playLimited()
  const headers = () => simulation.replies.headers?.(scope('GET /a', withKey('k'))).headers
  t.same(headers(), { 'x-limit': '3', 'x-left': '3' }, 'no window has begun')
  send('GET /a', withKey('k'))
  t.same(headers(), { 'x-limit': '3', 'x-left': '2', 'x-reset': '1767225630' })
})

t.test('a world turns a limit off and on, and changes it', async t => {
  const limited = playLimited({ enabled: false })
  for (let count = 0; count < 5; count++) t.equal(status(limited), 200)
  limited.set({ limits: { 'shop.requests': { enabled: true, max: 1, per: 'PT5S' } } })
  t.same([status(limited), status(limited)], [200, 429])
  t.same(limited.send('GET /a', withKey('k')).headers, { 'retry-after': '5' })
  limited.set({ limits: { 'shop.requests': { enabled: true, max: 2 } } })
  t.same([status(limited), status(limited)], [200, 429])
  limited.set({ limits: { 'shop.requests': { enabled: false } } })
  t.equal(status(limited), 200)
  limited.set({ limits: {} })
  t.equal(status(limited), 200)
})

t.test('a limit of none refuses everything', async t => {
  const limited = playLimited({ max: 0 })
  t.equal(status(limited), 429)
})

t.test('each world counts its own', async t => {
  const here = playLimited({ max: 1 })
  const there = here.elsewhere('other')
  t.same([status(here), status(there), status(here), status(there)], [200, 200, 429, 429])
})

t.test('several limits count side by side', async t => {
  const { send } = play({
    root: {
      limits: {
        each: { by: '$request.header.key', max: 2, per: 'PT1H', else: { status: 429, body: 'each' } },
        all: { by: 'all', max: 3, per: 'PT1S', else: { status: 429, body: 'all' } }
      }
    },
    operations: { 'GET /a': { statuses: [200, 429], standin: { reply: { status: 200, body: 'ok' } } } }
  })
  t.same(['x', 'x', 'x', 'y', 'y'].map(key =>
    send('GET /a', withKey(key)).body), ['ok', 'ok', 'each', 'ok', 'all'])
})

t.test('what one limit refuses, the others do not count', async t => {
  const { send } = play({
    root: {
      limits: {
        all: { by: 'all', max: 3, per: 'PT1H', else: { status: 429, body: 'all' } },
        each: { by: '$request.header.key', max: 1, per: 'PT1H', else: { status: 429, body: 'each' } }
      }
    },
    operations: { 'GET /a': { statuses: [200, 429], standin: { reply: { status: 200, body: 'ok' } } } }
  })
  t.same(['x', 'x', 'x', 'x', 'y', 'z', 'u'].map(key =>
    send('GET /a', withKey(key)).body), ['ok', 'each', 'each', 'each', 'ok', 'ok', 'all'])
})

t.test('a limit counts all operations, those that it names, or the one that declares it', async t => {
  const reply = { reply: { status: 200, body: 'ok' } }
  const else429 = (body: string) => ({ status: 429, body })
  const { send } = play({
    root: {
      limits: {
        all: { by: 'all', max: 10, per: 'PT1H', else: else429('all') },
        reads: { by: 'all', max: 3, per: 'PT1H', operations: ['GET /a', 'GET /b'], else: else429('reads') }
      }
    },
    operations: {
      'GET /a': { statuses: [200, 429], standin: reply },
      'GET /b': { statuses: [200, 429], standin: reply },
      'POST /c/{id}': {
        statuses: [200, 429],
        standin: {
          ...reply,
          limits: { each: { by: '$request.path.id', max: 2, per: 'PT1H', else: else429('{$request.path.id}') } }
        }
      }
    }
  })
  const body = (title: string, id?: string) => send(title, { path: id === undefined ? {} : { id } }).body
  t.same([body('GET /a'), body('GET /b'), body('GET /a'), body('GET /b')], ['ok', 'ok', 'ok', 'reads'])
  t.same(['x', 'x', 'x', 'y', 'y', 'y'].map(id => body('POST /c/{id}', id)), ['ok', 'ok', 'x', 'ok', 'ok', 'y'])
  t.same([1, 2, 3, 4].map(id => body('POST /c/{id}', String(id))), ['ok', 'ok', 'ok', 'all'])
})

t.test('a bucket lets a burst through, then a steady rate', async t => {
  const limited = playLimited({ burst: 5, max: 2, per: 'PT1S' })
  const { advance, send } = limited
  const statuses = (count: number) => Array.from({ length: count }, () => status(limited))
  t.same(statuses(6), [200, 200, 200, 200, 200, 429])
  t.match(send('GET /a', withKey('k')), { headers: { 'retry-after': '1' }, body: { max: 5, left: 0 } })
  await advance('PT0.5S')
  t.same(statuses(2), [200, 429])
  await advance('PT1S')
  t.same(statuses(3), [200, 200, 429])
  limited.set({ limits: { 'shop.requests': { burst: 1 } } })
  await advance('PT1M')
  t.same(statuses(2), [200, 429])
})
