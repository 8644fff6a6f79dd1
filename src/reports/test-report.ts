/** A place in a contract; line and column start at 1. */
export interface ReportPlace {
  /** The file as messages show it: `openapi/mews.yaml`. */
  readonly file: string
  readonly line: number
  readonly column: number
}

/** The kinds of cells, in the order in which reports show them. */
export const DIMENSIONS = [
  'responses',
  'parameters',
  'values',
  'properties',
  'security',
  'callbacks',
  'statuses',
  'ways',
  'rules',
  'files',
  'faults'
] as const

export type Dimension = typeof DIMENSIONS[number]

/**
 * One thing of a contract or of its simulation that tests can touch: a response of an operation, an enum value of a
 * parameter, a status of a lifecycle.
 */
export interface Cell {
  /** The same in every run: `mews.addExport responses 200 application/json application/json`. */
  readonly id: string
  readonly dimension: Dimension
  /** The name of the contract: `mews`. */
  readonly api: string
  /** The operation's id: `mews.addExport`; absent for what belongs to no operation. */
  readonly operation?: string
  /** In words, without the operation: `200 application/json`, `query parameter state = Failed`. */
  readonly name: string
  /** How many exchanges touched it. */
  readonly hits: number
  /** The names of the tests that touched it, at most `MAX_TESTS`. */
  readonly tests: readonly string[]
  readonly place?: ReportPlace
  /** Why no test has to touch it; it counts neither as touched nor as missed. */
  readonly ignored?: string
}

/** The number of tests that a cell names at most. */
export const MAX_TESTS = 20

export const FINDING_KINDS = ['violations', 'undocumented', 'unmatched', 'unused-stubs', 'undelivered'] as const

export type FindingKind = typeof FINDING_KINDS[number]

/** A mistake or a gap that a run showed and that no cell stands for; equal ones are counted together. */
export interface Finding {
  readonly kind: FindingKind
  /** The same in every run, for merging. */
  readonly id: string
  readonly api?: string
  readonly operation?: string
  /** What was found, where, what was expected, what came. Credentials are masked. */
  readonly message: string
  readonly count: number
  readonly tests: readonly string[]
  readonly place?: ReportPlace
  /** Why it may be there; no gate fails for it, and it does not count. */
  readonly ignored?: string
}

/** A step of a journey, or a check of a response, with its result. */
export interface Check {
  /** `status_code_conformance`, `lifecycle_conformance`, or the name of a step. */
  readonly name: string
  /** The journey or the group that it belongs to: `mews-export-to-success`. */
  readonly suite: string
  readonly operation?: string
  readonly result: 'passed' | 'failed' | 'skipped'
  /** Why it failed or was skipped. Credentials are masked. */
  readonly message?: string
  /** In real milliseconds. */
  readonly tookMs: number
  readonly place?: ReportPlace
}

/** All that a run of tests or of `standin verify` showed; what the formats of this folder write. */
export interface TestReport {
  /** The version of this form. */
  readonly version: 1
  readonly tool: { readonly name: 'standin', readonly version: string }
  /** By the real clock, in milliseconds since 1970. */
  readonly start: number
  readonly stop: number
  readonly cells: readonly Cell[]
  readonly findings: readonly Finding[]
  readonly checks: readonly Check[]
}
