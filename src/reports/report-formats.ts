import { ctrfReport } from './ctrf-report.ts'
import type { ReportFormatName } from './format-names.ts'
import type { Gates } from './gates.ts'
import { htmlReport } from './html-report.ts'
import { jsonReport } from './json-report.ts'
import { junitReport } from './junit-report.ts'
import { markdownReport } from './markdown-report.ts'
import type { TestReport } from './test-report.ts'
import { textReport } from './text-report.ts'

/** A format of reports that is a file. */
export interface ReportFormat {
  /** The name of the file in a folder of reports. */
  readonly file: string
  /** As HTTP names it. */
  readonly mediaType: string
  write (report: TestReport, gates?: Gates): string
}

/** The formats that are files, by the names that `--format` takes. */
export const REPORT_FORMATS: Readonly<Record<ReportFormatName, ReportFormat>> = {
  text: {
    file: 'report.txt',
    mediaType: 'text/plain; charset=utf-8',
    write: (report, gates) => textReport(report, gates)
  },
  html: { file: 'report.html', mediaType: 'text/html; charset=utf-8', write: htmlReport },
  junit: { file: 'junit.xml', mediaType: 'application/xml; charset=utf-8', write: junitReport },
  ctrf: { file: 'ctrf-report.json', mediaType: 'application/json; charset=utf-8', write: ctrfReport },
  markdown: {
    file: 'report.md',
    mediaType: 'text/markdown; charset=utf-8',
    write: (report, gates) => markdownReport(report, gates)
  },
  json: { file: 'report.json', mediaType: 'application/json; charset=utf-8', write: jsonReport }
}
