import type { ServiceOptions } from '../verify/service-options.ts'
import { checkLines, createdLines } from '../verify/service-text.ts'
import { verifyJourneys } from '../verify/verify-journeys.ts'
import { verifyService } from '../verify/verify-service.ts'
import { verifySummary, workflowText } from '../verify/verify-text.ts'
import { writeProposals } from '../verify/write-proposals.ts'
import { outputReport } from './output-report.ts'
import type { ReportContext } from './output-report.ts'
import type { VerifyCommand } from './parse-verify.ts'
import { tellTo } from './run-verify.ts'
import { verifyFigures } from './verify-figures.ts'

/**
 * Runs `standin verify --target`. Returns the exit code: 0 where all journeys and checks passed, 1 where one failed, 2
 * where the service has not responded to any request. Rejects where no journey can be run.
 */
export async function runVerifyService (
  command: VerifyCommand,
  options: ServiceOptions,
  context: ReportContext
): Promise<number> {
  const tell = tellTo(command, context)
  const onDryRequest = (text: string): void => context.print(`${text}\n`)
  const service = await verifyService(command.isDry ? { ...options, onDryRequest } : options)
  const { report, results, tookMs } = await verifyJourneys({ ...command, service }, result => {
    if (!command.isDry || result.status !== 'passed') tell(service.redact(workflowText(result)))
  })
  if (command.isDry) {
    context.print('Nothing was sent: --dry-run.\n')
    return 0
  }
  const { created, proposals } = service
  const lines = [...checkLines(service.checks), ...createdLines(created), verifySummary(results, tookMs)]
  tell(service.redact(lines.join('\n')))
  const isGood = await outputReport(report, command.output, { ...context, writeText: verifyFigures })
  if (command.propose !== undefined && proposals.length > 0) {
    const files = await writeProposals(command.propose, service.redact(proposals))
    tell(`Changes after which the service conforms are in ${files.join(', ')}: look at each.`)
  }
  // A run that has seen nothing of the service must not look like one that found nothing.
  if (service.responses === 0) return 2
  return isGood ? 0 : 1
}
