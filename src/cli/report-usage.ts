import { FORMAT_NAMES } from '../reports/format-names.ts'
import { DIMENSIONS, FINDING_KINDS } from '../reports/test-report.ts'
import { optionRows } from './option-rows.ts'
import { REPORT_COMMAND_OPTIONS } from './report-command.ts'

/** Returns the text of `standin report --help`. */
export function reportUsageText (): string {
  return `standin report: tells what the tests of a run never touched, and fails where a gate says so

Usage: standin report [--server URL] [options] [report.json ...]

Reads what running servers have counted, or files in the format json, or folders of --report, and merges them.

Options:
${optionRows(REPORT_COMMAND_OPTIONS)}

Formats:     ${FORMAT_NAMES.join(', ')}; all of them by all; github in GitHub Actions
Dimensions:  ${DIMENSIONS.join(', ')}
Findings:    ${FINDING_KINDS.join(', ')}
Exit code:   0; 1 where a gate or a check failed; 2 where there is no report or it cannot be written

Examples:
  standin report
  standin report --fail-under 80,statuses=100 --fail-on violations,unmatched
  standin report --format github --fail-under 80
  standin report --output reports/ shard-1.json shard-2.json
`
}
