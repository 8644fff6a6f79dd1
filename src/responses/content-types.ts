import type { MediaType, Operation } from '../contract/contract.ts'
import { isFileContent } from '../messages/is-file-content.ts'
import { carriersOf } from '../messages/carriers-of.ts'
import type { ApiRequest, ApiResponse } from '../messages/message.ts'
import { findResponse } from '../validation/response-validator.ts'
import { chooseMediaType, jsonFirst, writtenType } from './choose-media-type.ts'

/** Returns a response with the content type in which it is written. */
type StateContentType = (response: ApiResponse, request: Pick<ApiRequest, 'headers'>) => ApiResponse

const JSON_TYPE = 'application/json'

/**
 * Creates the function that states the content type of responses which name none: the documented one that the client
 * prefers, among those that can carry the body. Responses without one are written as JSON.
 */
export function createContentTypes (operation: Operation): StateContentType {
  const contentOf = contentByStatus(operation)
  return (response, { headers: { accept } }) => {
    const { body, headers, status } = response
    if (body === undefined || headers['content-type'] !== undefined || isDocumented(response)) return response
    const chosen = chooseMediaType(carriersOf(body, contentOf(status)), accept)
    const type = chosen && writtenType(chosen, accept)
    if (type === undefined || type === JSON_TYPE) return response
    return { ...response, headers: { ...headers, 'content-type': type } }
  }
}

function contentByStatus (operation: Operation): (status: number) => readonly MediaType[] {
  const known = new Map<number, readonly MediaType[]>()
  return status => {
    let content = known.get(status)
    if (content === undefined) {
      content = jsonFirst(findResponse(operation, status)?.content ?? [])
      known.set(status, content)
    }
    return content
  }
}

/** Tells whether the media type of a response is chosen already, or part of its body. */
function isDocumented ({ body, source, validatedAs }: ApiResponse): boolean {
  if (source === 'example' || source === 'fixture' || source === 'generated') return true
  return validatedAs !== undefined || isFileContent(body)
}
