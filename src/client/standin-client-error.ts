import type { Violation } from './answer.ts'

export interface ClientErrorDetails {
  readonly code: string
  readonly status?: number
  readonly violations?: readonly Violation[]
  readonly cause?: unknown
}

/** What a stand-in refused, or why it could not be asked. */
export class StandinClientError extends Error {
  override readonly name = 'StandinClientError'
  /** Never changes: that of the problem, `STANDIN_UNREACHABLE` where there was no answer, `STANDIN_NOT_VERIFIED` where something was not as expected. */
  readonly code: string
  /** The status of the answer; `undefined` where there was none. */
  readonly status: number | undefined
  /** Everything that is wrong with the request. */
  readonly violations: readonly Violation[]

  constructor (message: string, { cause, code, status, violations = [] }: ClientErrorDetails) {
    super(message, cause === undefined ? undefined : { cause })
    this.code = code
    this.status = status
    this.violations = violations
  }
}

/** Makes the error of an answer that refuses a request; `asked` is the request in short. */
export function refusalOf (asked: string, status: number, body: unknown): StandinClientError {
  // An answer may come from something else than a stand-in, such as a proxy.
  const { code = 'STANDIN_UNEXPECTED_ANSWER', detail = textOf(body), violations = [] }: Partial<ProblemDetails> = typeof body === 'object' && body !== null ? body : {}
  const untold = violations.map(({ message }) => message).filter(message => !detail.includes(message))
  const message = [`${asked} was refused with ${status} ${code}: ${detail}`, ...untold.map(line => `  ${line}`)].join('\n')
  return new StandinClientError(message, { code, status, violations })
}

interface ProblemDetails {
  readonly code: string
  readonly detail: string
  readonly violations: readonly Violation[]
}

function textOf (body: unknown): string {
  return typeof body === 'string' ? body.slice(0, 200) : JSON.stringify(body)?.slice(0, 200) ?? 'without a body'
}
