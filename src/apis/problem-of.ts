import type { FastifyError } from 'fastify'
import type { ApiResponse } from '../messages/message.ts'
import { STATUS_CODES } from '../messages/node-http.ts'
import { problemResponse } from '../refusals/problem-details.ts'

const INTERNAL_ERROR = {
  status: 500,
  code: 'STANDIN_INTERNAL_ERROR',
  title: 'Internal Server Error',
  detail: 'The stand-in failed to answer: its log tells more'
}

/** Returns a response with the problem details of an error. */
export function problemOf (error: FastifyError & { readonly retryAfter?: number }): ApiResponse {
  const { code, message, retryAfter = 1, statusCode: status = 500 } = error
  // The log says what went wrong inside; the client learns only that something did.
  if (!/^(?:STANDIN|FST)_/.test(code ?? '')) return problemResponse(INTERNAL_ERROR)
  const problem = problemResponse({ status, code, title: STATUS_CODES[status] ?? 'Error', detail: message })
  return status === 503 ? { ...problem, headers: { ...problem.headers, 'retry-after': String(retryAfter) } } : problem
}
