import type { ReportPlace } from '../reports/test-report.ts'
import type { DriftSample, Side } from './drift-groups.ts'
import type { DriftKind, Severity } from './drift-kinds.ts'
import type { ProposedOverlay } from './propose-overlay.ts'

/** Equal differences between what a service does and what its contract says. */
export interface DriftGroup {
  readonly kind: DriftKind
  readonly severity: Severity
  /** The name of the contract: `mews`. */
  readonly api: string
  /** The operation's id: `mews.addExport`; `null` for what belongs to none. */
  readonly operation: string | null
  readonly side: Side
  /** The place in the message, with `*` for the index of a list: `response body /ExportIds/*`. */
  readonly where: string
  /** The difference in a sentence. Credentials are masked. */
  readonly message: string
  /** How many exchanges show it; 0 for what was never seen. */
  readonly count: number
  /** When it was seen first and last, as RFC 3339 date-times; `null` for what was never seen. */
  readonly first: string | null
  readonly last: string | null
  readonly sample: DriftSample | null
  /** JSON pointer in the document, and its place in the file. */
  readonly pointer: string
  readonly place: ReportPlace | null
}

/** Where a service and its contracts differ. */
export interface DriftReport {
  /** The version of this form. */
  readonly version: 1
  readonly tool: { readonly name: 'standin', readonly version: string }
  /** The contracts that were compared with. */
  readonly apis: ReadonlyArray<{ readonly name: string, readonly file: string }>
  readonly exchanges: {
    /** How many exchanges were compared. */
    readonly compared: number
    /** How many pages and files were fetched that are no part of an API. */
    readonly files: number
    /** How many exchanges were with other hosts, by the host. */
    readonly elsewhere: Readonly<Record<string, number>>
    readonly first: string | null
    readonly last: string | null
  }
  /** How many differences there are, by how much they weigh. */
  readonly summary: Readonly<Record<Severity, number>>
  readonly groups: readonly DriftGroup[]
  /** Changes after which the contracts say what was seen: an OpenAPI overlay for each that differs. */
  readonly overlays: readonly ProposedOverlay[]
  /** How many differences are not listed because there are too many others, by their kind. */
  readonly leftOut: Readonly<Partial<Record<DriftKind, number>>>
}
