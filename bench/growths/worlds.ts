import { addRequest, getAllRequest, tokenOf } from '../cases/mews.ts'
import type { PlannedRequest } from '../load/plan.ts'
import { sendAll } from '../load/send-all.ts'
import type { Growth } from './growth.ts'

/** Reads a job of its own in each of many worlds in turn. */
export const worlds: Growth = {
  name: 'worlds, all asked in turn',
  sizes: [1, 100, 1000],
  quickSizes: [1, 200],
  async prepare (url, size) {
    const adds = Array.from({ length: size }, (_, index) => inWorld(addRequest(tokenOf(index)), index))
    const bodies = await sendAll(url, adds)
    const ids = bodies.map(body => /"Id":"([^"]+)"/.exec(body)?.[1] ?? '')
    return { requests: ids.map((id, index) => inWorld(getAllRequest([id]), index)), expects: 'success' }
  }
}

function inWorld (request: PlannedRequest, index: number): PlannedRequest {
  return { ...request, headers: { 'X-Standin-World': `world-${index}` } }
}
