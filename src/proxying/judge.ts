import { InvalidServiceResponse } from '../errors.ts'
import { keepResponseBody } from '../journal/kept-body.ts'
import type { KeptBody } from '../journal/kept-body.ts'
import { headerText } from '../messages/header-text.ts'
import type { HeaderValue } from '../messages/message.ts'
import { RawBody, UnkeptBody } from '../messages/raw-body.ts'
import { isUnread } from '../messages/sent-message.ts'
import { problemResponse } from '../refusals/problem-details.ts'
import type { SourceResponse } from '../responses/response-source.ts'
import type { Violation } from '../schemas/violation.ts'
import type { RequestFacts } from '../simulation/scope.ts'
import type { Side } from '../worlds/exchange.ts'
import { checkHead, checkResponse, incompleteBody, readResponseBody } from './check-response.ts'
import type { ReadBody, ResponseHead } from './check-response.ts'

/** The judgement of a response, and what the journal keeps of it. */
export interface Judgement {
  readonly violations: readonly Violation[]
  readonly unchecked: readonly Side[] | undefined
  /** Returns the body as the journal keeps it; `size` is the number of its bytes. */
  readonly kept: (size: number) => KeptBody
}

const NONE: readonly Violation[] = []

/** Judges a response that has come to its end; its bytes are `undefined` where they were not copied. */
export function judge (request: RequestFacts, head: ResponseHead, bytes: Buffer | undefined): Judgement {
  const { operation } = request
  if (bytes === undefined || head.isBodiless) {
    const sides: readonly Side[] = head.isBodiless ? [] : ['response']
    return { ...judgeHead(request, head), unchecked: listUnchecked(request, ...sides) }
  }
  const body = readResponseBody(bytes, head, operation)
  if (body === undefined) return judgeHead(request, head)
  return {
    violations: operation === undefined ? NONE : checkResponse(operation, head, body),
    unchecked: listUnchecked(request),
    kept: () => keepBody(body, head)
  }
}

/** Judges a response by its head alone; `broken` tells why the rest does not come. */
export function judgeHead (request: RequestFacts, head: ResponseHead, broken?: string): Judgement {
  const { operation } = request
  const known = operation === undefined ? NONE : checkHead(operation, head)
  return {
    violations: broken === undefined ? known : [...known, incompleteBody(broken)],
    unchecked: listUnchecked(request, 'response'),
    kept: size => size === 0 ? { body: undefined, bytes: 0 } : { body: new UnkeptBody(size), bytes: 0 }
  }
}

function listUnchecked ({ message, operation }: RequestFacts, ...sides: readonly Side[]): readonly Side[] | undefined {
  if (operation === undefined) return undefined
  const isRequestUnread = message !== undefined && isUnread(message)
  if (!isRequestUnread) return sides.length === 0 ? undefined : sides
  return ['request', ...sides]
}

/** The largest body that is kept as its value, in bytes. */
const LARGEST_VALUE = 4_096

function keepBody ({ bytes, value }: ReadBody, { headers }: ResponseHead): KeptBody {
  if (bytes.length <= LARGEST_VALUE && !Buffer.isBuffer(value)) {
    return keepResponseBody({ body: value, headers }, bytes)
  }
  const raw = new RawBody(bytes, String(headers['content-type'] ?? 'application/octet-stream'))
  return { body: raw, bytes: raw.bytes.length }
}

/** The header that reports the first violation of each side. */
const VIOLATION_HEADER = 'x-standin-violation'

/** Adds the header that tells of the violations of both sides, as far as they are known. */
export function withMark (
  headers: Record<string, HeaderValue>,
  [ofRequest]: readonly Violation[],
  [ofResponse]: readonly Violation[]
): Record<string, HeaderValue> {
  const told: string[] = []
  if (ofRequest !== undefined) told.push(`request: ${ofRequest.message}`)
  if (ofResponse !== undefined) told.push(ofResponse.message)
  if (told.length > 0) headers[VIOLATION_HEADER] = headerText(told.join('; '))
  return headers
}

/** Returns the response in place of one that breaks its contract. */
export function invalidProblem ({ operation }: RequestFacts, violations: readonly Violation[]): SourceResponse {
  const messages = violations.map(({ message }) => message).join('; ')
  const { code, message, statusCode: status = 502 } = new InvalidServiceResponse(operation?.id ?? '', messages)
  return { ...problemResponse({ status, code, title: 'Bad Gateway', detail: message, violations }), isFinal: true }
}
