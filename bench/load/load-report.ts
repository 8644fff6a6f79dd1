import type { Plan } from './plan.ts'

/** A tool that sends requests as fast as the server responds. */
export interface LoadGenerator {
  readonly name: string
  /** Sends the requests of a plan. Rejects where a response is not what the plan expects. */
  run (url: string, plan: Plan, seconds: number): Promise<LoadResult>
}

/** The result of a run, with the numbers of unexpected responses. */
export interface LoadReport extends LoadResult {
  /** Responses with a status of 400 or more. */
  readonly refusals: number
  /** Failed connections and timeouts. */
  readonly failures: number
}

export interface LoadResult {
  readonly requests: number
  readonly seconds: number
  readonly bytes: number
}

/** Throws unless every response is what the plan expects. */
export function checkReport ({ refusals, failures, ...result }: LoadReport, { expects }: Plan): LoadResult {
  const wrong = expects === 'success' ? refusals : result.requests - refusals
  if (failures > 0) throw new Error(`${failures} of ${result.requests} requests got no answer`)
  if (wrong > 0) throw new Error(`${wrong} of ${result.requests} answers were not the expected ${expects}`)
  if (result.requests === 0) throw new Error('no request was answered')
  return result
}
