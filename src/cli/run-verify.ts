import { verifyJourneys } from '../verify/verify-journeys.ts'
import { verifySummary, workflowText } from '../verify/verify-text.ts'
import type { VerifyCommand } from './parse-verify.ts'

/**
 * Runs `standin verify`. Returns the exit code: 0 where all journeys passed, 1 where one failed. Rejects where none can
 * be run.
 */
export async function runVerify (command: VerifyCommand, print: (text: string) => void): Promise<number> {
  const isText = command.format === 'text'
  const { report, results, tookMs } = await verifyJourneys(command, result => {
    if (isText) print(workflowText(result))
  })
  print(isText ? verifySummary(results, tookMs) : JSON.stringify(report, undefined, 2))
  return results.some(({ status }) => status === 'failed') ? 1 : 0
}
