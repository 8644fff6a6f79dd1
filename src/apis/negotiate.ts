import type { MediaType, Operation } from '../contract/contract.ts'
import { statusOf, successResponse } from '../contract/success-response.ts'
import { toParameters, writtenMediaType } from '../messages/find-media-type.ts'
import { isBodilessStatus } from '../messages/is-bodiless-status.ts'
import { isFileContent } from '../messages/is-file-content.ts'
import { contentTypeOf, mediaTypeOf } from '../messages/media-type.ts'
import type { ApiResponse } from '../messages/message.ts'
import { parseAccept, weightOf } from '../responses/parse-accept.ts'
import type { SourceResponse } from '../responses/response-source.ts'
import type { Scope } from '../simulation/scope.ts'
import type { RequestRefusal } from './refuse.ts'

/** Returns the refusal of a client that accepts none of some media types (RFC 9110, section 15.5.7). */
export type Negotiate = (scope: Scope) => RequestRefusal | undefined

/**
 * Creates the function that refuses clients which accept none of the media types in which an operation succeeds: asked
 * before the simulation acts.
 */
export function createNegotiate (operation: Operation): Negotiate {
  const content = listSuccessContent(operation)
  const names = [...new Set(content.map(writtenMediaType))].join(', ')
  // A client sends the same header with all of its requests, as a rule.
  let last: string | undefined
  return scope => {
    const accept = choosyAccept(scope)
    if (content.length === 0 || accept === undefined || accept === last) return undefined
    if (!isAcceptable(content, accept)) return notAcceptable(operation, names)
    last = accept
    return undefined
  }
}

/** Returns the refusal of a response; `undefined` where the client accepts it. */
export type CheckAccepted = (response: SourceResponse, scope: Scope) => RequestRefusal | undefined

/**
 * Creates the function that refuses clients which do not accept the response that would be sent. Errors are sent
 * whatever a client accepts, and so is what the simulation has done.
 */
export function createCheckAccepted (operation: Operation): CheckAccepted {
  let last: { readonly accept: string, readonly type: string } | undefined
  return (response, scope) => {
    const accept = choosyAccept(scope)
    if (accept === undefined || !isNegotiable(response)) return undefined
    const type = typeOf(response)
    if (last?.accept === accept && last.type === type) return undefined
    const name = mediaTypeOf(type)
    if (!isAcceptable([{ name, parameters: toParameters(type) }], accept)) return notAcceptable(operation, name)
    last = { accept, type }
    return undefined
  }
}

/** Returns the header `Accept`, unless it accepts anything. */
function choosyAccept ({ request: { headers: { accept } } }: Scope): string | undefined {
  return typeof accept !== 'string' || accept === '' || accept === '*/*' ? undefined : accept
}

function isNegotiable ({ body, isUnconditional, source, status }: SourceResponse): boolean {
  if (status < 200 || status > 299 || body === undefined || isUnconditional === true) return false
  return source !== 'simulation' && source !== 'module'
}

/** Returns the content type in which a response is written. */
function typeOf ({ body, headers }: ApiResponse): string {
  const stated = contentTypeOf(headers)
  if (stated !== undefined) return stated
  if (isFileContent(body)) return body.mediaType
  return Buffer.isBuffer(body) ? 'application/octet-stream' : 'application/json'
}

function notAcceptable ({ id }: Operation, names: string): RequestRefusal {
  const detail = `${id} answers with ${names}, which the Accept header leaves out`
  return { kind: 'notAcceptable', detail }
}

/** Lists the media types in which an operation succeeds; none where it succeeds without a body. */
function listSuccessContent (operation: Operation): MediaType[] {
  const usual = successResponse(operation)
  if (usual === undefined || isBodilessStatus(statusOf(usual)) || usual.content.length === 0) return []
  const listed = operation.responses.filter(({ status }) => status.startsWith('2'))
  return listed.length === 0 ? [...usual.content] : listed.flatMap(({ content }) => content)
}

function isAcceptable (content: ReadonlyArray<Pick<MediaType, 'name' | 'parameters'>>, accept: string): boolean {
  const accepted = parseAccept(accept)
  return accepted.length === 0 || content.some(mediaType => weightOf(mediaType, accepted) > 0)
}
