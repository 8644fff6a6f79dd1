import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { pinned } from '../servers/cores.ts'
import type { Cores } from '../servers/cores.ts'
import { rawRequest } from './plan.ts'
import type { Plan } from './plan.ts'
import type { RateJob, RateReport } from './run-constant-rate.ts'

const SCRIPT = new URL('run-constant-rate.ts', import.meta.url).pathname

export type Pace = Pick<RateJob, 'rate' | 'seconds' | 'warmUpSeconds'>

/** Sends the requests of a plan at a steady rate, and tells how long each answer took from the moment at which its request was due. */
export async function runConstantRate (
  cores: Cores,
  base: string,
  { requests }: Plan,
  { rate, seconds, warmUpSeconds }: Pace
): Promise<RateReport> {
  const job: RateJob = {
    url: base,
    requests: requests.map(request => rawRequest(request, new URL(base))),
    rate,
    seconds,
    warmUpSeconds
  }
  const [command, ...args] = pinned(cores.load, [process.execPath, SCRIPT, JSON.stringify(job)])
  const { stdout } = await promisify(execFile)(command, args, {
    timeout: (seconds + warmUpSeconds) * 1000 + 30_000
  })
  return JSON.parse(stdout)
}
