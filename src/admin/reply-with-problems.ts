import { STATUS_CODES } from '../messages/node-http.ts'
import type { FastifyError, FastifyInstance } from 'fastify'
import { PROBLEM_TYPE, problemBody } from '../apis/problem-details.ts'
import type { ProblemDetails } from '../apis/problem-details.ts'
import type { Violation } from '../schemas/violation.ts'

/** An error with what is known of it beyond its message. */
type AdminError = FastifyError & { readonly violations?: readonly Violation[] }

/** The framework's codes in our own words, which never change. */
const CODES: Readonly<Record<string, string>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'STANDIN_BODY_TOO_LARGE',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'STANDIN_MALFORMED_REQUEST',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'STANDIN_UNSUPPORTED_MEDIA_TYPE'
}

/** The one place where an error of the admin API becomes a response: problem details (RFC 9457). */
export function replyWithProblems (app: FastifyInstance): void {
  app.setErrorHandler<AdminError>((error, _request, reply) => {
    const problem = toProblem(error)
    if (problem.status >= 500) app.log.error(error)
    return reply
      .code(problem.status)
      .header('content-type', PROBLEM_TYPE)
      .send(problemBody(problem))
  })
}

function toProblem ({
  code = '',
  message,
  statusCode = 500,
  violations = []
}: AdminError): ProblemDetails {
  const known = code.startsWith('STANDIN_') ? code : CODES[code]
  return {
    status: statusCode,
    code: known ?? (statusCode < 500 ? 'STANDIN_MALFORMED_REQUEST' : 'STANDIN_INTERNAL_ERROR'),
    title: STATUS_CODES[statusCode] ?? 'Error',
    // What went wrong inside is for the log; the client learns that it did.
    detail:
      known === undefined && statusCode >= 500
        ? 'The stand-in failed to answer: its log tells more'
        : message,
    violations: violations.length > 0 ? violations : undefined
  }
}
