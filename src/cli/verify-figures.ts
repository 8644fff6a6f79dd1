import { percentText, shareText } from '../reports/describe.ts'
import { judgeReport } from '../reports/gates.ts'
import type { Gates } from '../reports/gates.ts'
import { shareOf } from '../reports/summary.ts'
import type { TestReport } from '../reports/test-report.ts'
import type { Paint } from '../reports/text-report.ts'

/** Writes what the lines of journeys and checks do not tell: how much they touched, and the results of the gates. */
export function verifyFigures (
  report: TestReport,
  gates?: Gates,
  paint: Paint = (_style, text) => text
): string {
  const share = shareOf(report.cells)
  const lines = report.cells.length === 0 ? [] : [`Coverage ${percentText(share)} (${shareText(share)} cells)`]
  for (const { gate, message, passed } of judgeReport(report, gates)) {
    if (gate === 'checks') continue
    lines.push(`${passed ? paint('green', '✔') : paint('red', '✖')} ${gate}: ${message}`)
  }
  return lines.map(line => `${line}\n`).join('')
}
