import type { ApiResponse } from '../messages/message.ts'
import type { Violation } from '../schemas/violation.ts'

export interface ProblemDetails {
  readonly status: number
  /** A permanent code: `STANDIN_UNKNOWN_PATH`. */
  readonly code: string
  readonly title: string
  readonly detail: string
  readonly violations?: readonly Violation[]
  /** Members beside the standard ones. */
  readonly more?: Readonly<Record<string, unknown>>
}

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8'

/** Returns the body of problem details (RFC 9457). */
export function problemBody (problem: ProblemDetails): Record<string, unknown> {
  const { code, detail, more, status, title, violations } = problem
  const listed = violations === undefined ? {} : { violations }
  return { type: 'about:blank', title, status, detail, code, ...listed, ...more }
}

/** Returns a response with problem details, for what an API does not document. */
export function problemResponse (problem: ProblemDetails, headers: Record<string, string> = {}): ApiResponse {
  return {
    status: problem.status,
    headers: { 'content-type': PROBLEM_TYPE, ...headers },
    body: problemBody(problem),
    source: 'refusal'
  }
}
