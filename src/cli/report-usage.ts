import { FORMAT_NAMES } from '../reports/format-names.ts'
import { DIMENSIONS, FINDING_KINDS } from '../reports/test-report.ts'
import type { CommandOption } from './command-options.ts'
import { REPORT_COMMAND_OPTIONS } from './report-command.ts'

/** Returns the text of `standin report --help`. */
export function reportUsageText (): string {
  const rows = REPORT_COMMAND_OPTIONS.map(option => ({ left: leftOf(option), right: rightOf(option) }))
  const width = Math.max(...rows.map(({ left }) => left.length))
  return `standin report: tells what the tests of a run never touched, and fails where a gate says so

Usage: standin report [--server URL] [options] [report.json ...]

Reads what running servers have counted, or files in the format json, or folders of --report, and merges them.

Options:
${rows.map(({ left, right }) => `  ${left.padEnd(width)}  ${right}`).join('\n')}

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

function leftOf ({ flag, short, value }: CommandOption): string {
  const name = short === undefined ? `--${flag}` : `-${short}, --${flag}`
  return value === undefined ? name : `${name} ${value}`
}

function rightOf ({ default: shown, help }: CommandOption): string {
  return shown === undefined ? help : `${help} (default: ${shown})`
}
