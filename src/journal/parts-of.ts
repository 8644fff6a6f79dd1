import type { RequestParts } from '../messages/request-parts.ts'
import type { Exchange } from '../worlds/exchange.ts'

/** What the request of an exchange said, as far as it could be read. */
export function partsOf ({
  requestBody,
  requestCookies,
  requestHeaders,
  requestPath,
  requestQuery
}: Exchange): RequestParts {
  return {
    path: requestPath,
    query: requestQuery,
    headers: requestHeaders,
    cookies: requestCookies,
    body: requestBody
  }
}
