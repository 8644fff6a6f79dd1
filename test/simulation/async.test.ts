import { setImmediate } from 'node:timers/promises'
import t from 'tap'
import { startWith } from '../apis/start-with.ts'
import type { Standin } from '../start-standin.ts'

const RESPONSES = { '2XX': { description: 'Fine.', content: { 'application/json': {} } }, 409: { description: 'No.' } }
const ROOT = {
  'x-standin': {
    resources: {
      Job: {
        id: { member: 'id', format: 'integer' },
        status: { member: 'status', running: ['queued', 'running'] },
        lifecycles: { success: [{ queued: 'PT2S' }, { running: 'PT8S' }, { ready: 'PT5S' }, 'gone'] }
      }
    }
  }
}
const PATHS = {
  '/jobs': {
    post: {
      operationId: 'start',
      parameters: [
        { name: 'hook', in: 'query', schema: { type: 'string' } },
        { name: 'after', in: 'query', schema: { type: 'integer' } }
      ],
      responses: RESPONSES,
      callbacks: {
        moved: {
          '{$request.query.hook}': {
            post: {
              requestBody: { content: { 'application/json': {} } },
              responses: { '2XX': { description: 'Taken.' } },
              'x-standin': { when: ['running', 'ready'], body: '$status', retries: [] }
            }
          }
        }
      },
      'x-standin': {
        requires: { all: [{ type: 'Job', id: '$request.query.after' }], else: { status: 409 } },
        create: { type: 'Job' },
        async: {
          max: 'PT20S',
          reply: { status: 202, headers: { 'Retry-After': '$status.left' }, body: { id: '$id', is: '$status' } }
        },
        reply: { status: 200, body: { id: '$id', is: '$status', at: '$now' } }
      }
    }
  }
}

const start = (t: Parameters<typeof startWith>[0]) => startWith(t, PATHS, { root: ROOT })

/** Resolves when so many jobs were created: their requests wait. */
async function created ({ admin }: Standin, count = 1): Promise<void> {
  for (let round = 0; round < 1_000; round++) {
    if ((await admin('GET', `/resources/things.Job/${count}`)).statusCode === 200) return
    await setImmediate()
  }
}

const order = ({ send }: Standin, prefer?: string, url = '/jobs') =>
  send('POST', url, undefined, prefer === undefined ? {} : { prefer })

t.test('a request waits until its job has ended, and sees it at that moment', async t => {
  const standin = await start(t)
  const first = order(standin)
  await created(standin)
  await standin.advance('PT1M')
  const { body, headers, statusCode } = await first
  t.same([statusCode, JSON.parse(body)], [200, { id: 1, is: 'ready', at: '2026-01-01T00:00:10Z' }])
  t.notOk('preference-applied' in headers)
})

t.test('clients prefer how long they wait', async t => {
  const cases = [
    ['respond-async', 'PT0S', 202, { is: 'queued' }, '10', 'respond-async'],
    ['respond-async, wait=0', 'PT0S', 202, { is: 'queued' }, '10', 'respond-async, wait=0'],
    ['respond-async, wait=3', 'PT1M', 202, { is: 'running' }, '7', 'respond-async, wait=3'],
    ['wait=3', 'PT1M', 202, { is: 'running' }, '7', 'wait=3'],
    ['Respond-Async; x=1, wait="10"', 'PT1M', 200, { is: 'ready' }, undefined, 'wait=10'],
    ['wait=999', 'PT1M', 200, { is: 'ready' }, undefined, 'wait=999'],
    ['wait=soon', 'PT1M', 200, { is: 'ready' }, undefined, undefined],
    ['wait=-1', 'PT1M', 200, { is: 'ready' }, undefined, undefined]
  ] as const
  for (const [prefer, by, status, body, retryAfter, applied] of cases) {
    const standin = await start(t)
    const response = order(standin, prefer)
    await created(standin)
    await standin.advance(by)
    const { headers, statusCode, body: text } = await response
    t.match([statusCode, JSON.parse(text)], [status, body], prefer)
    t.same([headers['retry-after'], headers['preference-applied']], [retryAfter, applied], prefer)
  }
})

t.test('nobody waits longer than the longest time', async t => {
  const standin = await start(t)
  await standin.settings({ resources: { 'things.Job': { durations: { running: 'PT1H' } } } })
  const response = order(standin, 'wait=3600')
  await created(standin)
  await standin.advance('PT20S')
  t.match((await response).json(), { is: 'running' })
})

t.test('a job that a test moves on, or takes away, ends the wait', async t => {
  const standin = await start(t)
  await standin.settings({ progression: 'manual' })
  const moved = order(standin)
  await created(standin)
  await standin.force('things.Job', 1, 'running')
  await standin.force('things.Job', 1, 'ready')
  t.match((await moved).json(), { id: 1, is: 'ready' })

  const deleted = order(standin, 'wait=5')
  await created(standin, 2)
  t.equal((await standin.admin('DELETE', '/resources/things.Job/2')).statusCode, 204)
  t.equal((await deleted).statusCode, 202)

  const reset = order(standin)
  await created(standin, 3)
  await standin.admin('POST', '/reset')
  t.equal((await reset).statusCode, 202, 'its world has ended before the job')
})

t.test('callbacks do not wait for the response, and a refusal does not wait', async t => {
  const standin = await start(t)
  const response = order(standin, undefined, '/jobs?hook=http://127.0.0.1:9/')
  await created(standin)
  await standin.advance('PT10S')
  await response
  const { callbacks } = (await standin.admin('GET', '/callbacks')).json()
  t.same(callbacks.map(({ body }: { body: unknown }) => body), ['running', 'ready'])
  t.equal((await order(standin, undefined, '/jobs?after=5')).statusCode, 409)
})
