import type { Plan } from '../load/plan.ts'
import { cpuSeconds } from '../servers/process-usage.ts'
import type { Server } from '../servers/server-process.ts'
import type { Bench } from './section.ts'

/** A server, and the requests for it. */
export interface Contender {
  readonly server: Server
  readonly plan: Plan
}

/** One round of one contender. */
export interface Measurement {
  readonly requestsPerSecond: number
  readonly megabytesPerSecond: number
  /** Processor time of the server. */
  readonly cpuMicrosPerRequest: number
  /** The share of its core that the server used: well under 1, it waited for the load generator. */
  readonly busy: number
}

/** Measures contenders side by side: it warms up each, then they take turns, so that a slow minute affects all. */
export async function takeTurns (contenders: readonly Contender[], bench: Bench): Promise<Measurement[][]> {
  for (const { server, plan } of contenders) await bench.load.run(server.url, plan, bench.warmUpSeconds)
  const measurements: Measurement[][] = contenders.map(() => [])
  for (let round = 0; round < bench.rounds; round++) {
    for (const [index, contender] of contenders.entries()) {
      measurements[index]?.push(await measure(contender, bench))
    }
  }
  return measurements
}

async function measure ({ server, plan }: Contender, { load, roundSeconds }: Bench): Promise<Measurement> {
  const { pid, url } = server
  const before = cpuSeconds(pid) ?? NaN
  const { bytes, requests, seconds } = await load.run(url, plan, roundSeconds)
  const cpu = (cpuSeconds(pid) ?? NaN) - before
  return {
    requestsPerSecond: requests / seconds,
    megabytesPerSecond: bytes / seconds / 1e6,
    cpuMicrosPerRequest: cpu / requests * 1e6,
    busy: cpu / seconds
  }
}
