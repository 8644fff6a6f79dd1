/**
 * The headers that frame a message, or that are for one connection only: the server writes them from what it does
 * (RFC 9110, sections 6.4.2, 7.6.1, 8.4 and 8.6; RFC 9112, section 6).
 */
const FRAMING_HEADERS: ReadonlySet<string> = new Set([
  'connection', 'content-encoding', 'content-length', 'http2-settings', 'keep-alive', 'proxy-authenticate',
  'proxy-authentication-info', 'proxy-authorization', 'proxy-connection', 'te', 'trailer', 'trailers',
  'transfer-encoding', 'upgrade'
])

/** The framing headers that the server itself writes. */
export const WRITTEN_BY_SERVER: ReadonlySet<string> = new Set(['connection', 'content-length', 'keep-alive'])

/**
 * Returns whether a header, by its name in lower case, is written by the server alone, whatever documents and stubs
 * say. A response of HEAD itself may state the length of the body that it does not have.
 */
export function isFramingHeader (name: string, method?: string): boolean {
  return FRAMING_HEADERS.has(name) && !(name === 'content-length' && method === 'HEAD')
}
