import t from 'tap'
import { progressFrom } from '../../src/simulation/progress.ts'
import type { ResourceSettings } from '../../src/worlds/settings.ts'
import { START, play } from './act.ts'
import type { Play } from './act.ts'
import { positionOf } from '../../src/simulation/position.ts'
import { mayComeTo } from '../../src/simulation/when-in.ts'

/** A job that waits 2 s, runs 8 s and is there for 10 s; or fails, or never ends. */
function playJobs (settings: ResourceSettings = {}): Play {
  const acted = play({
    root: {
      resources: {
        Job: {
          id: { member: 'id', format: 'integer' },
          status: { member: 'status', running: ['waiting', 'running'] },
          lifecycles: {
            success: [{ waiting: 'PT2S' }, { running: 'PT8S' }, { done: 'PT10S' }, 'expired'],
            failure: [{ waiting: 'PT2S' }, { running: 'PT8S' }, 'failed'],
            stuck: [{ waiting: 'PT2S' }, 'running'],
            fetched: [{ accepted: 'PT1S' }, { waiting: 'PT2S' }, 'done']
          },
          always: { progress: '$status.progress', since: '$status.since', until: '$status.until' }
        }
      }
    },
    operations: {
      'POST /jobs': { standin: { create: { type: 'Job' }, reply: { status: 200, body: '$resource' } } },
      'GET /jobs/{id}': {
        statuses: [200, 404],
        standin: {
          find: { type: 'Job', id: '$request.path.id', else: { status: 404 } },
          reply: { status: 200, body: '$resource' }
        }
      },
      'GET /jobs': {
        standin: { find: { type: 'Job', many: true }, reply: { status: 200, body: '$resources' } }
      }
    }
  })
  acted.change('shop.Job', settings)
  acted.send('POST /jobs')
  return acted
}

interface Shown { status: string, progress: number, since: string, until?: string }

function look ({ send }: Play): Shown {
  return send('GET /jobs/{id}', { path: { id: 1 } }).body as Shown
}

t.test('the clock takes a job through its statuses, to the millisecond', async t => {
  const jobs = playJobs()
  const walked: unknown[] = []
  for (const by of ['PT0S', 'PT1.999S', 'PT0.001S', 'PT7.999S', 'PT0.001S', 'PT9.999S', 'PT0.001S', 'P1000D']) {
    await jobs.advance(by)
    const { progress, since, status, until } = look(jobs)
    walked.push([status, progress, since.slice(17, 19), until?.slice(17, 19)])
  }
  t.same(walked, [
    ['waiting', 0, '00', '02'],
    ['waiting', 99.95, '00', '02'],
    ['running', 0, '02', '10'],
    ['running', 99.98, '02', '10'],
    ['done', 0, '10', '20'],
    ['done', 99.99, '10', '20'],
    ['expired', 100, '20', undefined],
    ['expired', 100, '20', undefined]
  ])
})

t.test('one advance takes it past several statuses at once', async t => {
  const jobs = playJobs()
  await jobs.advance('PT15S')
  t.match(look(jobs), { status: 'done', since: '2026-01-01T00:00:10Z', progress: 50 })
})

t.test('progress climbs, rounded down to two decimals, and is at 100 only when the status has ended', async t => {
  const jobs = playJobs({ durations: { waiting: 'PT0S', running: 'PT3S' } })
  const seen: number[] = []
  for (let step = 0; step < 6; step++) {
    seen.push(look(jobs).progress)
    await jobs.advance('PT0.5S')
  }
  t.same(seen, [0, 16.66, 33.33, 50, 66.66, 83.33])
})

t.test('a world chooses the lifecycle, for the jobs that are created from then on', async t => {
  const jobs = playJobs()
  jobs.change('shop.Job', { lifecycle: 'failure' })
  jobs.send('POST /jobs')
  await jobs.advance('PT10S')
  t.same((jobs.send('GET /jobs').body as Shown[]).map(({ status }) => status), ['done', 'failed'])
})

t.test('a world changes how long statuses last, and skips those that last no time', async t => {
  const jobs = playJobs({ durations: { waiting: 'PT0S', running: 'PT1H', expired: 'PT5S' } })
  t.equal(look(jobs).status, 'running')
  await jobs.advance('PT59M59S')
  t.equal(look(jobs).status, 'running')
  await jobs.advance('PT1S')
  t.equal(look(jobs).status, 'done')
  await jobs.advance('PT1H')
  t.equal(look(jobs).status, 'expired', 'a last status stays the last')
})

t.test('a job that never ends is at 0 for good', async t => {
  const jobs = playJobs({ lifecycle: 'stuck' })
  await jobs.advance('P1D')
  t.match(look(jobs), { status: 'running', progress: 0 })
  t.notOk(look(jobs).until)
})

t.test('by polls, every nth read takes a running job on, and none after that', async t => {
  const jobs = playJobs({ progression: { polls: 3 } })
  await jobs.advance('P1D')
  const seen = Array.from({ length: 7 }, () => look(jobs)).map(({ progress, status }) => [status, progress])
  t.same(seen, [
    ['waiting', 33.33],
    ['waiting', 66.66],
    ['running', 0],
    ['running', 33.33],
    ['running', 66.66],
    ['done', 0],
    ['done', 0]
  ])
  await jobs.advance('PT10S')
  t.equal(look(jobs).status, 'expired', 'once it has ended, the clock takes it on')
})

t.test('by polls, a list reads each job that is in it', async t => {
  const jobs = playJobs({ progression: { polls: 1 } })
  jobs.send('POST /jobs')
  t.same((jobs.send('GET /jobs').body as Shown[]).map(({ status }) => status), ['running', 'running'])
  t.equal(look(jobs).status, 'done')
})

t.test('by polls, a status before the running ones passes with the clock', async t => {
  const jobs = playJobs({ lifecycle: 'fetched', progression: { polls: 2 } })
  t.equal(look(jobs).status, 'accepted')
  t.equal(look(jobs).status, 'accepted', 'reads do not take it on')
  await jobs.advance('PT5S')
  t.match(look(jobs), { status: 'waiting', since: '2026-01-01T00:00:01Z', progress: 50 })
  t.match(look(jobs), { status: 'done', since: '2026-01-01T00:00:05Z', progress: 100 })
})

t.test('by polls, a job that never ends stays where it is', async t => {
  const jobs = playJobs({ lifecycle: 'stuck', progression: { polls: 1 } })
  for (let read = 0; read < 5; read++) look(jobs)
  t.match(look(jobs), { status: 'running', progress: 0 })
})

t.test('by hand, neither the clock nor reads take it on', async t => {
  const jobs = playJobs({ progression: 'manual' })
  const { simulation, world } = jobs
  const type = simulation.types.get('Job')
  const resource = world.store.get('shop.Job', '1')
  if (type === undefined || typeof resource !== 'object') return t.fail('it was created')
  for (let read = 0; read < 5; read++) look(jobs)
  await jobs.advance('P1D')
  t.match(look(jobs), { status: 'waiting', progress: 0, since: '2026-01-01T00:00:00Z' })

  for (const [status, progress] of [['running', 0], ['failed', 100], ['done', 100], ['waiting', 0]] as const) {
    world.store.update(type.id, '1', ({ progress }) => ({
      progress: progressFrom(progress, type, status, world.clock.now())
    }))
    await jobs.advance('P1D')
    t.match(look(jobs), { status, progress })
  }
  t.equal(progressFrom(resource.progress, type, 'nowhere', world.clock.now()), undefined)
})

t.test('a job that is put into a status by hand goes on from there with the clock', async t => {
  const jobs = playJobs()
  const { simulation, world } = jobs
  const type = simulation.types.get('Job')
  const resource = world.store.get('shop.Job', '1')
  if (type === undefined || typeof resource !== 'object') return t.fail('it was created')
  await jobs.advance('PT1S')
  world.store.update(type.id, '1', ({ progress }) => ({
    progress: progressFrom(progress, type, 'running', world.clock.now())
  }))
  t.match(look(jobs), { status: 'running', since: '2026-01-01T00:00:01Z', until: '2026-01-01T00:00:09Z' })
  await jobs.advance('PT8S')
  t.equal(look(jobs).status, 'done')

  const position = positionOf(resource, type, world.clock.now())
  t.ok(mayComeTo(new Set(['expired']), resource, position))
  t.notOk(mayComeTo(type.running, resource, position))
})

t.test('a world that progresses by hand as a whole is overruled for a type', async t => {
  const jobs = playJobs()
  jobs.set({ progression: 'manual' })
  jobs.send('POST /jobs')
  jobs.change('shop.Job', { progression: 'clock' })
  jobs.send('POST /jobs')
  await jobs.advance('P1D')
  t.same((jobs.send('GET /jobs').body as Shown[]).map(({ status }) => status), [
    'expired',
    'waiting',
    'expired'
  ])
  t.equal(jobs.world.clock.now(), START + 86_400_000)
})
