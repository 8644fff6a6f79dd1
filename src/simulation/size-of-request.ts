import { sizeOfValue } from '../worlds/size-of-value.ts'
import type { RequestFacts } from './scope.ts'

/** The bytes of what every request has. */
const LEAST = 1_000

/** The length that is assumed of a header that was read as a value, in characters. */
const LONG_HEADER = 500

/** Returns how many bytes a request takes as long as it is kept, about. */
export function sizeOfRequest (request: RequestFacts): number {
  return sizeOfHead(request) + sizeOfValue([request.body, request.rawBody])
}

/** Returns how many bytes a request takes without its body, about. It costs next to nothing. */
export function sizeOfHead ({ headers, url }: RequestFacts): number {
  // Its parameters are kept beside its URL.
  let bytes = LEAST + 4 * url.length
  for (const name in headers) {
    const value = headers[name]
    bytes += 50 + 2 * (name.length + (typeof value === 'string' ? value.length : LONG_HEADER))
  }
  return bytes
}
