import { createHttpPoller } from '@azure/core-lro'
import type { OperationResponse } from '@azure/core-lro'
import got from 'got'
import t from 'tap'
import type { Test } from 'tap'
import { Agent, RetryAgent, request } from 'undici'
import { startStandin } from '../start-standin.ts'
import type { Standin } from '../start-standin.ts'

const JOBS = new URL('jobs/jobs.yaml', import.meta.url).pathname

interface Listening extends Standin {
  readonly url: string
}

async function listen (t: Test): Promise<Listening> {
  const standin = await startStandin(t, { openapi: [JOBS], fixtures: undefined })
  return { ...standin, url: await standin.app.listen({ port: 0, host: '127.0.0.1' }) }
}

interface Report {
  readonly status?: string
  readonly result?: number
}

/** A poller as the SDKs of Azure have it. */
function pollerOf ({ url }: Listening) {
  const send = async (method: 'GET' | 'POST', path: string): Promise<OperationResponse<Report>> => {
    const { body, headers, statusCode } = await request(new URL(path, url), { method })
    const read = await body.json() as Report
    const sent = { method, url: path }
    return {
      flatResponse: read,
      rawResponse: { statusCode, headers: headers as Record<string, string>, body: read, request: sent }
    }
  }
  return createHttpPoller<Report, { status: 'notStarted' | 'running' | 'succeeded' | 'canceled' | 'failed' }>({
    sendInitialRequest: () => send('POST', '/operations'),
    sendPollRequest: path => send('GET', path)
  }, { resourceLocationConfig: 'operation-location', resolveOnUnsuccessful: true })
}

t.test('the poller of Azure follows Operation-Location to the result', async t => {
  const jobs = await listen(t)
  const poller = pollerOf(jobs)
  await poller.poll()
  t.equal(poller.isDone, false)
  await jobs.advance('PT9S')
  await poller.poll()
  t.equal(poller.isDone, false)
  await jobs.advance('PT1S')
  await poller.poll()
  t.match([poller.isDone, poller.result], [true, { result: 1 }])
})

t.test('the poller of Azure sees a job that was cancelled, and one that failed', async t => {
  const jobs = await listen(t)
  const poller = pollerOf(jobs)
  await poller.poll()
  t.equal((await jobs.send('DELETE', '/operations/1')).statusCode, 202)
  await poller.poll()
  t.match([poller.isDone, poller.operationState?.status], [true, 'canceled'])
  t.equal((await jobs.send('DELETE', '/operations/1')).statusCode, 409)

  await jobs.settings({ resources: { 'jobs.Job': { lifecycle: 'failure' } } })
  const failing = pollerOf(jobs)
  await failing.poll()
  await jobs.advance('PT10S')
  await failing.poll()
  t.match([failing.isDone, failing.operationState?.status], [true, 'failed'])
})

t.test('got polls a location for as long as it is told to, and follows 303 to the result', async t => {
  const jobs = await listen(t)
  const started = await got.post(`${jobs.url}/located`)
  t.match([started.statusCode, started.headers], [202, { location: '/located/1', 'retry-after': '10' }])
  const location = new URL(String(started.headers.location), jobs.url)
  const running = await got(location)
  t.match([running.statusCode, running.headers['retry-after']], [202, '10'])
  await jobs.advance(`PT${running.headers['retry-after']}S`)
  const ended = await got(location)
  t.same([ended.url, JSON.parse(ended.body)], [`${jobs.url}/results/1`, { result: 1 }])

  await got.post(`${jobs.url}/located`)
  t.equal((await got.delete(`${jobs.url}/located/2`)).statusCode, 200)
  const gone = await got(`${jobs.url}/located/2`, { throwHttpErrors: false })
  t.equal(gone.statusCode, 404, 'a running job was deleted')
})

t.test('undici and got come again after the time that a busy service asks for', async t => {
  const jobs = await listen(t)
  const headers = { prefer: 'respond-async' }
  t.equal((await jobs.send('POST', '/awaited', undefined, headers)).statusCode, 202)
  const waited: string[] = []
  const wait = async (seconds: unknown) => {
    waited.push(String(seconds))
    await jobs.advance(`PT${seconds}S`)
  }
  const agent = new Agent()
  t.teardown(() => agent.close())
  const dispatcher = new RetryAgent(agent, {
    methods: ['POST'],
    retry: (error, _context, done) => {
      const { headers } = error as Error & { headers: Record<string, string> }
      wait(headers['retry-after']).then(() => done(null), done)
    }
  })
  const second = await request(`${jobs.url}/awaited`, { method: 'POST', headers, dispatcher })
  t.match([second.statusCode, await second.body.json()], [202, { id: 2 }])

  const retry = {
    methods: ['POST' as const],
    calculateDelay: async ({ retryAfter = 0 }: { retryAfter?: number }) => {
      await wait(retryAfter / 1_000)
      return 1
    }
  }
  const third = await got.post(`${jobs.url}/awaited`, { headers, retry })
  t.match([third.statusCode, JSON.parse(third.body)], [202, { id: 3 }])
  t.same(waited, ['10', '10'])
})
