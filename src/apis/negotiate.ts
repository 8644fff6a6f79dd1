import type { MediaType, Operation } from '../contract/contract.ts'
import { writtenMediaType } from '../messages/find-media-type.ts'
import { parseAccept, weightOf } from '../responses/parse-accept.ts'
import type { RequestStage } from './first-refusal.ts'

/**
 * Creates the stage that refuses requests of clients that accept none of the media types in which an operation
 * succeeds (RFC 9110, section 15.5.7).
 */
export function createNegotiate (operation: Operation): RequestStage {
  const content = listSuccessContent(operation)
  const names = [...new Set(content.map(writtenMediaType))].join(', ')
  // A client sends the same header with all of its requests, as a rule.
  let last: string | undefined
  return scope => {
    const { accept } = scope.request.headers
    if (content.length === 0 || typeof accept !== 'string') return undefined
    if (accept === '' || accept === '*/*' || accept === last) return undefined
    if (!isAcceptable(content, accept)) {
      const detail = `${operation.id} answers with ${names}, which the Accept header leaves out`
      return { kind: 'notAcceptable', detail }
    }
    last = accept
    return undefined
  }
}

function listSuccessContent ({ responses }: Operation): MediaType[] {
  return responses
    .filter(({ status }) => status.startsWith('2') || status === 'default')
    .flatMap(({ content }) => content)
}

function isAcceptable (content: readonly MediaType[], accept: string): boolean {
  const accepted = parseAccept(accept)
  return content.some(mediaType => weightOf(mediaType, accepted) > 0)
}
