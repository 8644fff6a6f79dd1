import type { ServiceOptions } from '../verify/service-options.ts'
import { checkLines, createdLines } from '../verify/service-text.ts'
import { verifyJourneys } from '../verify/verify-journeys.ts'
import { verifyService } from '../verify/verify-service.ts'
import { verifySummary, workflowText } from '../verify/verify-text.ts'
import { writeProposals } from '../verify/write-proposals.ts'
import type { VerifyCommand } from './parse-verify.ts'
import { writeReport } from './run-verify.ts'

/**
 * Runs `standin verify --target`. Returns the exit code: 0 where all journeys and checks passed, 1 where one failed, 2
 * where the service has not responded to any request. Rejects where no journey can be run.
 */
export async function runVerifyService (
  command: VerifyCommand,
  options: ServiceOptions,
  print: (text: string) => void
): Promise<number> {
  const isText = command.format === 'text'
  const service = await verifyService(command.isDry ? { ...options, onDryRequest: print } : options)
  const { report, results, tookMs } = await verifyJourneys({ ...command, service }, result => {
    if (isText && (!command.isDry || result.status !== 'passed')) print(service.redact(workflowText(result)))
  })
  if (command.isDry) {
    print('Nothing was sent: --dry-run.')
    return 0
  }
  const { created, proposals } = service
  if (isText) {
    const lines = [...checkLines(service.checks), ...createdLines(created), verifySummary(results, tookMs)]
    print(service.redact(lines.join('\n')))
  } else {
    print(writeReport(report, command.format).trimEnd())
  }
  if (command.propose !== undefined && proposals.length > 0) {
    const files = await writeProposals(command.propose, service.redact(proposals))
    if (isText) print(`Changes after which the service conforms are in ${files.join(', ')}: look at each.`)
  }
  // A run that has seen nothing of the service must not look like one that found nothing.
  if (service.responses === 0) return 2
  return report.checks.some(({ result }) => result === 'failed') ? 1 : 0
}
