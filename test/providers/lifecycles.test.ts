import t from 'tap'
import { freshWorld } from '../start-standin.ts'
import type { Standin } from '../start-standin.ts'
import { addExport, getExports } from './mews-exports.ts'
import { getExport, startExport } from './vcf-exports.ts'
import { KEY, LIST_PATH, startedFile } from './webadmit-exports.ts'

/** A kind of job: how to start and read one, and its lifecycles. */
interface Job {
  readonly type: string
  readonly begin: (standin: Standin) => Promise<void>
  /** Reads the status, which counts as a poll. */
  readonly look: (standin: Standin) => Promise<string>
  readonly lifecycles: Readonly<Record<string, ReadonlyArray<readonly [status: string, lasts: string | undefined]>>>
}

const TO_PROCESSING = [['Pending', 'PT2S'], ['Processing', 'PT5S']] as const
const TO_IN_PROGRESS = [['NOT_STARTED', 'PT1S'], ['QUEUED', 'PT1S'], ['IN_PROGRESS', 'PT8S']] as const
const TO_THE_END = [['initializing', 'PT1S'], ['queued', 'PT1S'], ['in_progress', 'PT5S']] as const

const JOBS: readonly Job[] = [
  {
    type: 'mews.Export',
    begin: async standin => { await addExport(standin) },
    look: async standin => (await getExports(standin, await idOf('mews.Export', standin)))[0]?.Status ?? 'none',
    lifecycles: {
      success: [...TO_PROCESSING, ['Success', 'P7D'], ['Expired', undefined]],
      failure: [...TO_PROCESSING, ['Failed', undefined]]
    }
  },
  {
    type: 'vcf.ExportTask',
    begin: async standin => { await startExport(standin) },
    look: async standin => (await getExport(standin)).json().status,
    lifecycles: {
      success: [...TO_IN_PROGRESS, ['COMPLETED', undefined]],
      failure: [...TO_IN_PROGRESS, ['FAILED', undefined]]
    }
  },
  {
    type: 'webadmit.ExportFile',
    begin: async standin => { await startedFile(standin) },
    look: async standin => (await standin.send('GET', LIST_PATH, undefined, KEY)).json().export_files[0].status,
    lifecycles: {
      success: [...TO_THE_END, ['available', undefined]],
      errors: [...TO_THE_END, ['success_with_errors', undefined]],
      empty: [...TO_THE_END, ['empty_list', undefined]],
      failure: [...TO_THE_END, ['failed', undefined]]
    }
  }
]

for (const job of JOBS) {
  for (const [lifecycle, stages] of Object.entries(job.lifecycles)) {
    const statuses = stages.map(([status]) => status)
    const resources = { [job.type]: { lifecycle } }

    t.test(`${job.type} goes the way of ${lifecycle} by the clock, each status for its time`, async t => {
      const standin = await freshWorld(t)
      await standin.settings({ resources })
      await job.begin(standin)
      const walked = []
      for (const [status, lasts] of stages) {
        walked.push(await job.look(standin))
        if (lasts === undefined) continue
        await standin.advance(shortOf(lasts))
        t.equal(await job.look(standin), status, `still ${status} a millisecond before ${lasts}`)
        await standin.advance('PT0.001S')
      }
      await standin.advance('P1000D')
      t.same(walked, statuses)
      t.equal(await job.look(standin), statuses.at(-1), 'the end is the end')
      t.comment(`by the clock: ${stages.map(([status, lasts = '']) => `${status} ${lasts}`).join('→ ')}`)
    })

    t.test(`${job.type} goes the way of ${lifecycle} by polls`, async t => {
      const standin = await freshWorld(t)
      await standin.settings({ resources, progression: { polls: 2 } })
      await job.begin(standin)
      const seen = []
      for (let poll = 0; poll < 8; poll++) seen.push(await job.look(standin))

      // What runs goes on at every second look; what has ended stays until its time is over.
      const running = statuses.slice(0, statuses.findIndex(status => isEnd(status)))
      const end = statuses[running.length] ?? ''
      t.same(seen.slice(0, 2 * running.length), [
        running[0],
        ...running.slice(1).flatMap(status => [status, status]),
        end
      ])
      t.same(new Set(seen.slice(2 * running.length)), new Set([end]))
      t.comment(`by polls: ${seen.join(' → ')}`)
    })

    t.test(`${job.type} goes the way of ${lifecycle} by hand`, async t => {
      const standin = await freshWorld(t)
      await standin.settings({ resources, progression: 'manual' })
      await job.begin(standin)
      const walked = [await job.look(standin)]
      await standin.advance('P1000D')
      t.equal(await job.look(standin), statuses[0], 'the clock does not move it')
      for (const status of statuses.slice(1)) {
        await standin.force(job.type, await idOf(job.type, standin), status)
        walked.push(await job.look(standin))
      }
      t.same(walked, statuses)
      t.comment(`by hand: ${walked.join(' → ')}`)
    })
  }
}

t.test('the clock goes to the next thing that is due, and on until every job has ended', async t => {
  const standin = await freshWorld(t)
  for (const job of JOBS) await job.begin(standin)
  const next = (await standin.admin('POST', '/clock/advance', { to: 'next' })).json()
  const idle = (await standin.admin('POST', '/clock/advance', { to: 'idle' })).json()

  t.match(next, { now: '2026-01-01T00:00:01', mode: 'frozen' })
  t.match(idle, { now: '2026-01-01T00:00:10', mode: 'frozen' })
  t.same(await Promise.all(JOBS.map(job => job.look(standin))), ['Success', 'COMPLETED', 'available'])
})

t.test('a world can say how long a status lasts', async t => {
  const standin = await freshWorld(t)
  await standin.settings({ resources: { 'mews.Export': { durations: { Pending: 'PT1H' } } } })
  const { Id } = await addExport(standin)
  await standin.advance('PT59M')
  t.match(await getExports(standin, Id), [{ Status: 'Pending' }])
  await standin.advance('PT1M')
  t.match(await getExports(standin, Id), [{ Status: 'Processing' }])
})

function isEnd (status: string): boolean {
  return [
    'Success',
    'Failed',
    'COMPLETED',
    'FAILED',
    'available',
    'success_with_errors',
    'empty_list',
    'failed'
  ].includes(status)
}

/** Returns the id of the only resource of a type. */
async function idOf (type: string, { admin }: Standin): Promise<string> {
  const { resources: [resource] } = (await admin('GET', `/resources/${type}`)).json()
  return String(resource.id)
}

/** Returns a duration that is a millisecond shorter. */
function shortOf (duration: string): string {
  if (duration === 'P7D') return 'PT604799.999S'
  return `PT${Number(duration.slice(2, -1)) - 0.001}S`
}
