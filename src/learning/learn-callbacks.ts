import type { RecordedExchange } from '../har/recorded-exchange.ts'
import { findInRequest } from './find-in-request.ts'
import type { Observed } from './observe.ts'

/** Tells of the callbacks that a recording has: requests to URLs that a request to the service had named. */
export function learnCallbacks (exchanges: readonly RecordedExchange[], observed: readonly Observed[]): string[] {
  const own = new Set(observed.map(({ recorded }) => recorded))
  const found = new Map<string, { count: number, readonly delays: number[] }>()
  for (const exchange of exchanges) {
    const { request: { method, url }, startedAt } = exchange
    if (own.has(exchange) || method === 'GET' || method === 'OPTIONS') continue
    const cause = observed.findLast(other => other.at <= startedAt && findInRequest(other, url) !== undefined)
    if (cause === undefined) continue
    const key = `${cause.operation?.id ?? ''}: ${method} to {${findInRequest(cause, url) ?? ''}}`
    const known = found.get(key) ?? { count: 0, delays: [] }
    known.count++
    known.delays.push((startedAt - cause.at) / 1_000)
    found.set(key, known)
  }
  return [...found].map(([key, { count, delays }]) => {
    const [least, most] = [Math.min(...delays), Math.max(...delays)].map(seconds => Math.round(seconds * 10) / 10)
    const times = count === 1 ? 'once' : `${count} times`
    return `callback of ${key}, ${least} s to ${most} s after the request, seen ${times}`
  })
}
