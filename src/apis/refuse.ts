import {
  BodyTooLarge,
  Forbidden,
  InvalidRequest,
  MalformedRequest,
  MethodNotAllowed,
  NotAcceptable,
  TooManyRequests,
  Unauthorized,
  UnknownPath,
  UnsupportedMediaType
} from '../errors.ts'
import type { Operation } from '../contract/contract.ts'
import type { ApiResponse } from '../messages/message.ts'
import { STATUS_CODES } from '../messages/node-http.ts'
import type { Violation } from '../schemas/violation.ts'
import type { RefusalKind } from '../vocabulary/root-words.ts'
import type { Scope } from '../simulation/scope.ts'
import type { ApiSimulation } from '../simulation/api-simulation.ts'
import type { ProblemDetails } from '../refusals/problem-details.ts'
import { refuseAsDocumented } from '../refusals/refuse-as-documented.ts'
import { writtenMediaType } from '../messages/find-media-type.ts'
import { refuseExceeded } from '../simulation/exceeded-limit.ts'
import type { ExceededLimit } from '../simulation/exceeded-limit.ts'

/** Why a request is refused before any source is asked. */
export type Refusal = RequestRefusal | { readonly kind: 'limitExceeded', readonly limit: ExceededLimit }

/** Why a request is refused for what it says, or for what it does not say. */
export interface RequestRefusal {
  readonly kind: RefusalKind
  readonly detail: string
  /** The code of the error, where it is not the usual one of its kind. */
  readonly code?: string
  readonly violations?: readonly Violation[]
  /** The status where none is documented, if it is not the usual one of its kind. */
  readonly status?: number | undefined
  /** Headers that say what would be accepted, by the status of the response that has them. */
  readonly hints?: Readonly<Record<number, Headers>>
  /** The operation that documents the error, where the request is for none. */
  readonly documentedBy?: Operation | undefined
}

type Headers = Readonly<Record<string, string>>

/** The errors that give each refusal its status, code and title, for an API that declares no reply for it. */
const ERRORS = {
  malformed: MalformedRequest,
  invalid: InvalidRequest,
  unauthorized: Unauthorized,
  forbidden: Forbidden,
  notFound: UnknownPath,
  methodNotAllowed: MethodNotAllowed,
  notAcceptable: NotAcceptable,
  tooLarge: BodyTooLarge,
  unsupportedMediaType: UnsupportedMediaType
} satisfies Record<RefusalKind, unknown>

/**
 * Turns a refusal into a response: the reply that the document declares, or else an error as the operation documents
 * it, or else problem details.
 */
export function refuse (refusal: Refusal, scope: Scope, simulation: ApiSimulation | undefined): ApiResponse {
  if (refusal.kind === 'limitExceeded') {
    return refuseExceeded(refusal.limit, scope) ?? tooManyRequests(refusal.limit, scope)
  }
  const { kind, violations } = refusal
  const known = violations === undefined ? scope : { ...scope, reason: { kind: 'violations' as const, violations } }
  const operation = scope.request.operation ?? refusal.documentedBy
  const response = simulation?.replies.refuse(kind, known) ??
    refuseAsDocumented(kind, toProblem(refusal), { operation, scope })
  const hints = refusal.hints?.[response.status] ?? listAccepted(response, scope)
  return hints === undefined ? response : { ...response, headers: { ...hints, ...response.headers } }
}

/** Refuses a request that exceeds a limit without a reply of its own. */
function tooManyRequests ({ limit, retryAfter }: ExceededLimit, scope: Scope): ApiResponse {
  const { code, message: detail, statusCode: status = 429 } =
    new TooManyRequests(limit.declared.name, String(retryAfter))
  const problem = { status, code, title: STATUS_CODES[status] ?? code, detail }
  const response = refuseAsDocumented('tooManyRequests', problem, { operation: scope.request.operation, scope })
  return { ...response, headers: { ...response.headers, 'retry-after': String(retryAfter) } }
}

function toProblem ({ code, detail, kind, status: chosen, violations }: RequestRefusal): ProblemDetails {
  const { code: usual, statusCode = 500 } = new ERRORS[kind](detail, '', '')
  const status = chosen ?? statusCode
  return { status, code: code ?? usual, title: STATUS_CODES[status] ?? usual, detail, violations }
}

/**
 * Lists the media types that an operation accepts, for a 415 (RFC 9110, section 12.5.1; RFC 5789, section 3.1 for
 * PATCH; Linked Data Platform 1.0, section 7.1 for POST).
 */
function listAccepted ({ status }: ApiResponse, { request: { method, operation } }: Scope): Headers | undefined {
  const accept = operation?.body?.content.map(writtenMediaType).join(', ')
  if (status !== 415 || accept === undefined) return undefined
  return method === 'POST' || method === 'PATCH' ? { accept, [`accept-${method.toLowerCase()}`]: accept } : { accept }
}
