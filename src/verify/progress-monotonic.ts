import { sightingsIn } from './sightings.ts'
import { kept } from './verify-check.ts'
import type { Judgement, VerifyCheck } from './verify-check.ts'

/** Checks that the progress of a resource never becomes less while it is in one status. */
export const progressMonotonic: VerifyCheck = {
  name: 'progress_monotonic',
  judge: ({ exchanges }, context) => {
    const latest = new Map<string, { readonly status: string | undefined, readonly progress: number }>()
    const judgements: Judgement[] = []
    for (const exchange of exchanges) {
      for (const { id, progress, status, type } of sightingsIn(exchange, context)) {
        if (progress === undefined) continue
        const before = latest.get(`${type.id} ${id}`)
        latest.set(`${type.id} ${id}`, { status, progress })
        if (before === undefined) continue
        const { operation } = exchange.request
        if (progress >= before.progress || status !== before.status) {
          judgements.push(kept(operation))
          continue
        }
        const difference = {
          contract: `that the progress of a ${type.id} grows`,
          service: `shows ${progress} after ${before.progress}`,
          pointer: operation?.pointer
        }
        judgements.push({ operation, difference })
      }
    }
    return judgements
  }
}
