import { junitReport } from '../reports/junit-report.ts'
import { toTestReport } from './drift-cases.ts'
import { driftHtml } from './drift-html.ts'
import type { DriftKind } from './drift-kinds.ts'
import { driftMarkdown } from './drift-markdown.ts'
import type { DriftReport } from './drift-report.ts'
import { driftSarif } from './drift-sarif.ts'
import { driftText } from './drift-text.ts'
import { CONTRADICTIONS } from './fail-on.ts'
import type { DriftFormatName } from './drift-format-names.ts'
import { proposalText } from './propose-overlay.ts'

/** A format of comparisons. */
export interface DriftFormat {
  /** The name of the file in a folder. */
  readonly file: string
  /** As HTTP names it. */
  readonly mediaType: string
  write (report: DriftReport, failOn?: ReadonlySet<DriftKind>): string
}

/** The formats of comparisons, by the names that `--format` takes. */
export const DRIFT_FORMATS: Readonly<Record<DriftFormatName, DriftFormat>> = {
  text: {
    file: 'drift.txt',
    mediaType: 'text/plain; charset=utf-8',
    write: (report, failOn) => driftText(report, failOn)
  },
  html: { file: 'drift.html', mediaType: 'text/html; charset=utf-8', write: driftHtml },
  sarif: { file: 'drift.sarif', mediaType: 'application/sarif+json; charset=utf-8', write: driftSarif },
  junit: {
    file: 'junit.xml',
    mediaType: 'application/xml; charset=utf-8',
    write: (report, failOn = CONTRADICTIONS) => junitReport(toTestReport(report, failOn))
  },
  markdown: {
    file: 'drift.md',
    mediaType: 'text/markdown; charset=utf-8',
    write: (report, failOn) => driftMarkdown(report, failOn)
  },
  json: {
    file: 'drift.json',
    mediaType: 'application/json; charset=utf-8',
    write: report => `${JSON.stringify(report, undefined, 2)}\n`
  },
  overlay: { file: 'drift.overlay.yaml', mediaType: 'application/yaml; charset=utf-8', write: overlaysText }
}

/** Writes the overlay of each contract that differs, one document after the other. */
function overlaysText ({ overlays }: DriftReport): string {
  if (overlays.length === 0) return '# The contracts say what was seen: there is nothing to change.\n'
  return overlays.map(overlay => proposalText(overlay, overlay.file)).join('---\n')
}
