import { join } from 'node:path'
import t from 'tap'
import type { Test } from 'tap'
import { parse } from 'yaml'
import type { RecordedExchange } from '../../src/har/recorded-exchange.ts'
import { learn } from '../../src/learning/learn.ts'
import { parseDuration } from '../../src/worlds/duration.ts'
import { exchangeOf } from '../drift/exchange-of.ts'
import { JOBS } from './jobs.ts'

/** Records a job of a service whose statuses last so long, polled every 350 ms. */
function recordJob (id: string, start: number, last: 'done' | 'failed', queuedMs = 1_000, runningMs = 3_000) {
  const title = `Job of ${id}`
  const statusAt = (age: number): string => {
    if (age < queuedMs) return 'queued'
    return age < queuedMs + runningMs ? 'running' : last
  }
  const exchanges = [exchangeOf({
    method: 'POST',
    url: '/jobs',
    at: start,
    body: { title },
    status: 202,
    responseBody: { id, status: 'queued', title }
  })]
  for (let age = 100 + start % 170; age < queuedMs + runningMs + 700; age += 350) {
    const body = { id, status: statusAt(age), title }
    exchanges.push(exchangeOf({ url: `/jobs/${id}`, at: start + age, responseBody: body }))
  }
  return exchanges
}

async function learnJobs (t: Test, exchanges: readonly RecordedExchange[]) {
  const folder = t.testdir({ 'jobs.yaml': JOBS })
  const document = join(folder, 'jobs.yaml')
  const learned = await learn(exchanges, { document, out: folder, keep: [], options: {} })
  const { actions } = parse(learned.files.get(learned.overlay) ?? '')
  return { learned, job: actions[0].update['x-standin'].resources.Job }
}

function near (step: Record<string, string>, status: string, ms: number): boolean {
  return Math.abs((parseDuration(step[status] ?? '') ?? 0) - ms) <= ms * 0.2
}

t.test('jobs that init finds get their ways and durations, and ids of their form', async t => {
  const exchanges = [
    ...recordJob('job_a81f22', 0, 'done'),
    ...recordJob('job_b7704c', 10_000, 'done'),
    ...recordJob('job_c0ffee', 20_000, 'failed')
  ]
  const { job, learned } = await learnJobs(t, exchanges)

  t.same(job.id, { member: 'id', pattern: '^job_[0-9a-f]{6}$' })
  t.same(Object.keys(job.lifecycles).slice(0, 2), ['success', 'failure'])
  const [queued, running, done] = job.lifecycles.success
  t.ok(near(queued, 'queued', 1_000), JSON.stringify(queued))
  t.ok(near(running, 'running', 3_000), JSON.stringify(running))
  t.equal(done, 'done')
  t.equal(job.lifecycles.failure.at(-1), 'failed')
  t.ok(learned.told.some(line => line.endsWith('done, seen 2 times')))
  const failed = learned.replay.differences.every(({ why }) => why.includes('"failed"'))
  t.ok(failed, 'a stand-in takes the most frequent way')
})

t.test('the most frequent way is the first', async t => {
  const exchanges = [
    ...recordJob('job_a81f22', 0, 'failed'),
    ...recordJob('job_b7704c', 10_000, 'failed'),
    ...recordJob('job_c0ffee', 20_000, 'done')
  ]
  const { job } = await learnJobs(t, exchanges)

  t.same(Object.keys(job.lifecycles).slice(0, 2), ['failure', 'success'])
})

t.test('resources that were there before are seeds', async t => {
  const known = { id: 'job_000001', status: 'done', title: 'Old' }
  const list = exchangeOf({ url: '/jobs', at: 0, responseBody: [known] })
  const { learned } = await learnJobs(t, [list, ...recordJob('job_a81f22', 10_000, 'done')])

  t.same(JSON.parse(learned.files.get('fixtures/jobs/resources/Job.json') ?? '[]'), [known])
  t.same(learned.replay.differences, [])
})

t.test('what was not seen to its end is told', async t => {
  const { learned } = await learnJobs(t, recordJob('job_a81f22', 0, 'done').slice(0, 3))

  t.ok(learned.untold.some(line => line.includes('as none was seen from its creation to its end')))
  t.ok(learned.untold.includes('Job: the ends of 1 that had not ended'))
})

t.test('a limit is told by the RateLimit headers', async t => {
  const headers = { 'ratelimit-policy': '"requests";q=30;w=60', ratelimit: '"requests";r=29;t=60' }
  const exchanges = recordJob('job_a81f22', 0, 'done').map(({ request, response, ...times }) => ({
    ...times,
    request: { ...request, headers: [...request.headers, ['authorization', 'Bearer s3cret-token'] as const] },
    response: { ...response, headers: [...response.headers, ...Object.entries(headers)] }
  }))
  const { learned } = await learnJobs(t, exchanges)
  const { actions } = parse(learned.files.get(learned.overlay) ?? '')

  t.same(actions[0].update['x-standin'].limits, {
    requests: { by: '$request.header.authorization', max: 30, per: 'PT1M', headers: 'RateLimit' }
  })
})
