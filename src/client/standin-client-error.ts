import { exactJson } from '../exact-json.ts'
import type { Violation } from './answer.ts'

/** The details of an error of the client. */
export interface ClientErrorDetails {
  readonly code: string
  readonly status?: number
  readonly violations?: readonly Violation[]
  readonly cause?: unknown
}

/**
 * The error of every call of the client: the server rejected the request or could not be reached, or an expectation of
 * `world.verify` does not hold.
 */
export class StandinClientError extends Error {
  override readonly name = 'StandinClientError'
  /**
   * The permanent code of the error: that of the server's problem details; `STANDIN_UNREACHABLE` without a response;
   * `STANDIN_UNEXPECTED_ANSWER` for a response that is not the server's; `STANDIN_NOT_VERIFIED` from `world.verify`.
   */
  readonly code: string
  /** The HTTP status of the response; `undefined` without one. */
  readonly status: number | undefined
  /** All violations of the request; empty when the server reports none. */
  readonly violations: readonly Violation[]

  constructor (message: string, { cause, code, status, violations = [] }: ClientErrorDetails) {
    super(message, cause === undefined ? undefined : { cause })
    this.code = code
    this.status = status
    this.violations = violations
  }
}

/** Creates the error for a response that rejects a request, which is named by its method and path. */
export function rejectionOf (request: string, status: number, body: unknown): StandinClientError {
  // The response may come from another server, such as a proxy.
  const problem: Partial<ProblemDetails> = typeof body === 'object' && body !== null ? body : {}
  const { code = 'STANDIN_UNEXPECTED_ANSWER', detail = textOf(body), violations = [] } = problem
  const others = violations.map(({ message }) => message).filter(message => !detail.includes(message))
  const lines = [`${request} was rejected with ${status} ${code}: ${detail}`, ...others.map(message => `  ${message}`)]
  return new StandinClientError(lines.join('\n'), { code, status, violations })
}

interface ProblemDetails {
  readonly code: string
  readonly detail: string
  readonly violations: readonly Violation[]
}

function textOf (body: unknown): string {
  return typeof body === 'string' ? body.slice(0, 200) : exactJson.stringify(body)?.slice(0, 200) ?? 'without a body'
}
