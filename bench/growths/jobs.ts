import { addRequest, getAllRequest, tokenOf } from '../cases/mews.ts'
import { sendAll } from '../load/send-all.ts'
import { call } from '../servers/standin.ts'
import { sampleOf } from './growth.ts'
import type { Growth } from './growth.ts'

const SIZES = { sizes: [10, 1000, 100_000], quickSizes: [10, 2000] }

/** Reads one job among many. */
export const readsAmongJobs: Growth = {
  name: 'jobs in a world: getAll, 1 id',
  ...SIZES,
  async prepare (url, size) {
    const ids = await addJobs(url, size)
    return { requests: sampleOf(ids).map(id => getAllRequest([id])), expects: 'success' }
  }
}

/** Sends duplicates of jobs, which are found and refused among many running ones. */
export const duplicatesAmongJobs: Growth = {
  name: 'jobs in a world: duplicate add',
  ...SIZES,
  async prepare (url, size) {
    await addJobs(url, size)
    const duplicates = Array.from({ length: size }, (_, count) => addRequest(tokenOf(count)))
    return { requests: sampleOf(duplicates), expects: 'refusal' }
  }
}

/** Adds jobs to a full world, which evicts the oldest for each. */
export const addsInFullWorld: Growth = {
  name: 'jobs in a full world: add',
  ...SIZES,
  options: async size => ['--max-resources', String(size)],
  async prepare (url, size) {
    await addJobs(url, size)
    return { requests: [addRequest()], expects: 'success' }
  }
}

/** Adds jobs that stay pending, as the clock is frozen, and returns their ids. */
async function addJobs (url: string, count: number): Promise<string[]> {
  await call(`${url}/__admin/clock`, { method: 'PUT', body: { mode: 'frozen' } })
  const bodies = await sendAll(url, Array.from({ length: count }, (_, index) => addRequest(tokenOf(index))))
  return bodies.map(body => /"Id":"([^"]+)"/.exec(body)?.[1] ?? '')
}
