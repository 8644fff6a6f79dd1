import { request as requestHttp } from '../messages/node-http.ts'
import { request as requestHttps } from 'node:https'
import { createLookup, refusedAddress } from '../documents/refused-address.ts'

/** The time that a receiver has to respond, in real milliseconds. */
const TIMEOUT_MS = 5_000

const lookupAllowed = createLookup()

/**
 * The header that marks the requests of stand-ins. The admin API refuses them: a page that names the URL of a callback
 * must not control the server through it.
 */
export const CALLBACK_HEADER = 'x-standin-callback'

export interface Message {
  readonly method: string
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | undefined
}

/**
 * Returns why a URL may not be called; `undefined` if it may. Host names are checked again when
 * they are resolved.
 */
export function refusalOf (
  url: URL,
  allowedHosts: readonly string[] | undefined
): string | undefined {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    return `callbacks go to http and https only, not to ${url.protocol}`
  }
  if (allowedHosts !== undefined && !allowedHosts.some(host => isHostOf(url, host))) {
    return `the host ${url.host} is not an allowed one (${allowedHosts.join(', ')})`
  }
  const address = url.hostname.replace(/^\[|\]$/g, '')
  const why = refusedAddress(address)
  return why === undefined ? undefined : `${address} is ${why}`
}

/**
 * Sends a message and returns the status of the response. Rejects with the reason if no response
 * comes. Redirects are not followed.
 */
export function send ({ body, headers, method, url }: Message): Promise<number> {
  const request = url.protocol === 'https:' ? requestHttps : requestHttp
  return new Promise((resolve, reject) => {
    const outgoing = request(
      url,
      {
        method,
        headers: { ...headers, [CALLBACK_HEADER]: '1' },
        lookup: lookupAllowed,
        signal: AbortSignal.timeout(TIMEOUT_MS),
        agent: false
      },
      incoming => {
        incoming.resume()
        resolve(incoming.statusCode ?? 0)
      }
    )
    outgoing.once('upgrade', ({ statusCode }, socket) => {
      socket.destroy()
      reject(new Error(`the receiver responded ${statusCode}, which no request asked for`))
    })
    // A request may end without an error, and its promise must settle.
    outgoing.once('close', () => reject(new Error('the connection was closed without a response')))
    outgoing.on('error', error => {
      const isTimeout = error.name === 'TimeoutError' || error.name === 'AbortError'
      reject(isTimeout ? new Error(`no response within ${TIMEOUT_MS} ms`) : error)
    })
    outgoing.end(body)
  })
}

function isHostOf ({ hostname, port, protocol }: URL, allowed: string): boolean {
  const host = allowed.toLowerCase()
  // A URL omits the default port of its scheme.
  return host === hostname || host === `${hostname}:${port || (protocol === 'https:' ? 443 : 80)}`
}
