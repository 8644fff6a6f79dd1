import { STATUS_CODES } from '../messages/node-http.ts'
import type { FastifyError, FastifyInstance, FastifyReply } from 'fastify'
import { endWhenRead, isEarly } from '../apis/end-when-read.ts'
import { PROBLEM_TYPE, problemBody } from '../refusals/problem-details.ts'
import type { ProblemDetails } from '../refusals/problem-details.ts'
import type { Violation } from '../schemas/violation.ts'

/** An error, with violations if it has them. */
type AdminError = FastifyError & { readonly violations?: readonly Violation[] }

/** Our error codes, which never change, for those of Fastify. */
const CODES: Readonly<Record<string, string>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'STANDIN_BODY_TOO_LARGE',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'STANDIN_MALFORMED_REQUEST',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'STANDIN_UNSUPPORTED_MEDIA_TYPE'
}

/** Converts every error of the admin API to problem details (RFC 9457). */
export function replyWithProblems (app: FastifyInstance): void {
  app.setErrorHandler<AdminError>((error, _request, reply) => {
    const problem = toProblem(error)
    if (problem.status >= 500) app.log.error(error)
    if (isEarly(reply.raw)) return writeEarly(reply, problem)
    return reply
      .code(problem.status)
      .header('content-type', PROBLEM_TYPE)
      .send(problemBody(problem))
  })
}

/** Writes problem details while the body of the request still comes. */
function writeEarly (reply: FastifyReply, problem: ProblemDetails): FastifyReply {
  const { raw } = reply
  const body = JSON.stringify(problemBody(problem))
  for (const [name, value] of Object.entries(reply.getHeaders())) {
    if (value !== undefined) raw.setHeader(name, value)
  }
  const headers = { 'content-type': PROBLEM_TYPE, 'content-length': Buffer.byteLength(body), connection: 'close' }
  reply.hijack()
  endWhenRead(raw.writeHead(problem.status, headers), body)
  return reply
}

function toProblem ({
  code = '',
  message,
  statusCode = 500,
  violations = []
}: AdminError): ProblemDetails {
  const known = code.startsWith('STANDIN_') ? code : CODES[code]
  // The message of an internal error is for the log only.
  const isInternal = known === undefined && statusCode >= 500
  return {
    status: statusCode,
    code: known ?? (statusCode < 500 ? 'STANDIN_MALFORMED_REQUEST' : 'STANDIN_INTERNAL_ERROR'),
    title: STATUS_CODES[statusCode] ?? 'Error',
    detail: isInternal ? 'Internal error: see the log of the server' : message,
    violations: violations.length > 0 ? violations : undefined
  }
}
