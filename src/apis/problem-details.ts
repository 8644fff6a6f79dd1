import type { ApiResponse } from '../messages/message.ts'
import type { Violation } from '../schemas/violation.ts'

export interface ProblemDetails {
  readonly status: number
  /** Never changes: `STANDIN_UNKNOWN_PATH`. */
  readonly code: string
  readonly title: string
  readonly detail: string
  readonly violations?: readonly Violation[]
  /** Members beside the standard ones. */
  readonly more?: Readonly<Record<string, unknown>>
}

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8'

/** The body of problem details (RFC 9457). */
export function problemBody ({ code, detail, more, status, title, violations }: ProblemDetails): Record<string, unknown> {
  return { type: 'about:blank', title, status, detail, code, ...violations === undefined ? {} : { violations }, ...more }
}

/** An answer in the stand-in's own words, where an API has none. */
export function problemResponse (problem: ProblemDetails, headers: Record<string, string> = {}): ApiResponse {
  return {
    status: problem.status,
    headers: { 'content-type': PROBLEM_TYPE, ...headers },
    body: problemBody(problem),
    source: 'refusal'
  }
}
