import { REPORT_FORMATS } from '../reports/report-formats.ts'
import { judgeReport, parseGates } from '../reports/gates.ts'
import type { GateResult } from '../reports/gates.ts'
import type { TestReport } from '../reports/test-report.ts'
import type { StandinOptions } from '../standin-options.ts'
import type { LeftThing } from './clean-up.ts'
import type { ProposedChange } from './judge-recording.ts'
import type { ServiceOptions } from './service-options.ts'
import { verifyJourneys } from './verify-journeys.ts'
import { verifyService } from './verify-service.ts'

export type { Check, TestReport } from '../reports/test-report.ts'
export type { CheckName } from './verify-check.ts'
export type { GateResult, LeftThing, ProposedChange, ServiceOptions, StandinOptions }
export { CHECK_NAMES } from './verify-check.ts'

/** The options of a verification. */
export interface VerifyOptions {
  /**
   * Journeys and OpenAPI documents, or folders of them.
   * @default the folder `journeys`, or else the shipped journeys
   */
  readonly files?: readonly string[]
  /** The inputs of journeys, by name. */
  readonly inputs?: Readonly<Record<string, string>>
  /** The real service that is verified; without it, journeys run on a stand-in alone. */
  readonly service?: ServiceOptions
  /** The options of the stand-in. */
  readonly standin?: StandinOptions
}

/** The result of a verification. */
export interface Verification {
  /** Whether every journey and every check passed, and a service that was named has responded. */
  readonly passed: boolean
  /** The steps of journeys and the checks, without the secrets of the run. */
  readonly report: TestReport
  /** What was created in the service, and whether it has been deleted. */
  readonly created: readonly LeftThing[]
  /** The changes of documents after which the service would conform. */
  readonly proposals: readonly ProposedChange[]
}

/**
 * Runs journeys on a stand-in, or on a real service with a stand-in beside it, and judges what came. It prints and
 * writes nothing. Rejects with `InvalidDocument` where a journey or a document cannot be used, and with `InvalidOption`
 * where an option cannot.
 */
export async function verify (options: VerifyOptions = {}): Promise<Verification> {
  const { files = [], inputs = {}, standin = {} } = options
  const service = options.service && await verifyService(options.service)
  const { report } = await verifyJourneys({ files, inputs, options: standin, service })
  const hasFailed = report.checks.some(({ result }) => result === 'failed')
  const isUnseen = service !== undefined && service.responses === 0
  return {
    passed: !hasFailed && !isUnseen,
    report,
    created: service?.redact(service.created) ?? [],
    proposals: service?.redact(service.proposals) ?? []
  }
}

/** Writes a report as `text`, `html`, `junit`, `ctrf`, `markdown` or `json`. */
export function writeReport (report: TestReport, format: keyof typeof REPORT_FORMATS): string {
  return REPORT_FORMATS[format].write(report)
}

/**
 * Holds a report to gates, as `standin report` does: `failOn: ['violations']`, `failUnder: ['80']`. A failed check
 * always fails. Throws `InvalidOption`.
 */
export function judge (
  report: TestReport,
  gates: { readonly failUnder?: readonly string[], readonly failOn?: readonly string[] } = {}
): GateResult[] {
  return judgeReport(report, parseGates(gates.failUnder ?? [], gates.failOn ?? []))
}
