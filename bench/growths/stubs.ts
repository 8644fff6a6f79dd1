import { getAllRequest } from '../cases/mews.ts'
import type { PlannedRequest } from '../load/plan.ts'
import { sendAll } from '../load/send-all.ts'
import { sampleOf } from './growth.ts'
import type { Growth } from './growth.ts'

const SIZES = { sizes: [10, 10_000], quickSizes: [10, 500] }

/** Sends requests that each match one of many stubs of the operation. */
export const matchedStubs: Growth = {
  name: 'stubs of one operation, matched in turn',
  ...SIZES,
  async prepare (url, size) {
    const ids = await addStubs(url, size)
    return { requests: sampleOf(ids).map(id => getAllRequest([id])), expects: 'success' }
  }
}

/** Sends a request that no stub matches, so that all of them must be ruled out. */
export const unmatchedStubs: Growth = {
  name: 'stubs of one operation, none matches',
  ...SIZES,
  async prepare (url, size) {
    await addStubs(url, size)
    return { requests: [getAllRequest(['3fa85f64-5717-4562-b3fd-2c963f66afa6'])], expects: 'success' }
  }
}

async function addStubs (url: string, count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, (_, index) => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`)
  await sendAll(url, ids.map(stubRequest))
  return ids
}

function stubRequest (id: string): PlannedRequest {
  const pending = { Id: id, Status: 'Pending', EntityType: 'Payment', Files: [], ExpiresUtc: null }
  const stub = {
    operation: 'mews.getAllExports',
    when: { body: { ExportIds: [id] } },
    reply: { status: 200, body: { Exports: [pending] } }
  }
  return { method: 'POST', path: '/__admin/stubs', body: JSON.stringify(stub) }
}
