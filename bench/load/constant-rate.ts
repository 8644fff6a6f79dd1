import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { pinned } from '../servers/cores.ts'
import type { Cores } from '../servers/cores.ts'
import { rawRequest } from './plan.ts'
import type { Plan } from './plan.ts'
import type { RateJob, RateReport } from './run-constant-rate.ts'

const SCRIPT = new URL('run-constant-rate.ts', import.meta.url).pathname

/** The rate and duration of a run. */
export type Pace = Pick<RateJob, 'rate' | 'seconds' | 'warmUpSeconds'>

/**
 * Sends the requests of a plan at a steady rate. Returns the percentiles of the latencies, each counted from the moment
 * at which its request was due.
 */
export async function runConstantRate (cores: Cores, base: string, plan: Plan, pace: Pace): Promise<RateReport> {
  const { rate, seconds, warmUpSeconds } = pace
  const requests = plan.requests.map(request => rawRequest(request, new URL(base)))
  const job: RateJob = { url: base, requests, rate, seconds, warmUpSeconds }
  const [command, ...args] = pinned(cores.load, [process.execPath, SCRIPT, JSON.stringify(job)])
  const { stdout } = await promisify(execFile)(command, args, { timeout: (seconds + warmUpSeconds) * 1000 + 30_000 })
  return JSON.parse(stdout)
}
