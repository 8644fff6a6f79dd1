import type { MediaType, Operation } from '../contract/contract.ts'
import { isAcceptable } from '../responses/choose-media-type.ts'
import type { Scope } from '../simulation/scope.ts'
import { writtenMediaType } from '../messages/media-type.ts'
import type { ApiResponse } from '../messages/message.ts'
import type { Api } from './api.ts'
import { refuse } from './refuse.ts'

/** Makes the function that refuses requests of clients that take none of the media types in which an operation succeeds (RFC 9110 section 15.5.7). */
export function createNegotiate (api: Api, operation: Operation): (scope: Scope) => ApiResponse | undefined {
  const content = listSuccessContent(operation)
  const names = [...new Set(content.map(writtenMediaType))].join(', ')
  // Clients keep to one header, as a rule.
  let last: string | undefined
  return scope => {
    const { accept } = scope.request.headers
    if (content.length === 0 || typeof accept !== 'string' || accept === '' || accept === '*/*' || accept === last) return undefined
    if (!isAcceptable(content, accept)) return refuse('notAcceptable', scope, api.simulation, `${operation.id} answers with ${names}, which the Accept header leaves out`)
    last = accept
    return undefined
  }
}

function listSuccessContent ({ responses }: Operation): MediaType[] {
  return responses.filter(({ status }) => status.startsWith('2') || status === 'default').flatMap(({ content }) => content)
}
