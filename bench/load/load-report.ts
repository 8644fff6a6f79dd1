import type { Plan } from './plan.ts'

export interface LoadGenerator {
  readonly name: string
  /** Sends as fast as the server answers. Rejects where an answer is not what the plan expects. */
  run (url: string, plan: Plan, seconds: number): Promise<LoadResult>
}

/** What every generator reports: besides the result, how many answers there were of which kind. */
export interface LoadReport extends LoadResult {
  /** Answers with a status of 400 or more. */
  readonly refusals: number
  /** Connections that failed, and answers that did not come in time. */
  readonly failures: number
}

export interface LoadResult {
  readonly requests: number
  readonly seconds: number
  readonly bytes: number
}

/** Throws unless every answer is what the plan expects. */
export function checkReport ({ refusals, failures, ...result }: LoadReport, { expects }: Plan): LoadResult {
  const wrong = expects === 'success' ? refusals : result.requests - refusals
  if (failures > 0) throw new Error(`${failures} of ${result.requests} requests got no answer`)
  if (wrong > 0) {
    throw new Error(
      `${wrong} of ${result.requests} answers were not the ${expects} that is to be measured`
    )
  }
  if (result.requests === 0) throw new Error('no request was answered')
  return result
}
