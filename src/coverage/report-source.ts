import type { ObservedWorld } from '../worlds/observers.ts'
import type { CoverageDefinitions } from './coverage-definitions.ts'
import type { Findings } from './findings.ts'
import type { Hits } from './hits.ts'
import type { StubUses } from './stub-uses.ts'

/** The counts and the definitions of which a report is made. */
export interface ReportSource {
  readonly definitions: CoverageDefinitions
  readonly worlds: readonly ObservedWorld[]
  readonly hits: Hits
  readonly findings: Findings
  readonly stubs: StubUses
  /** When the counting began, in milliseconds since 1970. */
  readonly start: number
  /** Returns the number of a cell by its id; `undefined` for one that was never counted. */
  numberOf (id: string): number | undefined
}
