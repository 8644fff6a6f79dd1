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
