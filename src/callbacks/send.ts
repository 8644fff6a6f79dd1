import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import { request as requestHttp } from '../messages/node-http.ts'
import type { Headers } from '../messages/message.ts'
import { shorten } from '../schemas/shorten.ts'
import { parseHttpDate, systemTime } from '../worlds/clock.ts'
import { request as requestHttps } from 'node:https'
import { createLookup, refusedAddress } from '../documents/refused-address.ts'
import tls from 'node:tls'

/** How many redirects are followed. */
const MAX_REDIRECTS = 5

const CREDENTIAL_HEADERS = ['authorization', 'cookie']

/** The time that a receiver has to respond, in real milliseconds, redirects included. */
const TIMEOUT_MS = 5_000

const lookupAllowed = createLookup()

/**
 * The header that marks the requests of stand-ins. The admin API refuses them: a page that names the URL of a callback
 * must not control the server through it.
 */
export const CALLBACK_HEADER = 'x-standin-callback'

/** Which certificates of receivers are accepted, beside those of known authorities. */
export interface ReceiverTrust {
  /** The certificates of further authorities, as PEM. */
  readonly ca?: string | undefined
  /** Whether any certificate is accepted. */
  readonly isInsecure?: boolean
}

export interface Message {
  readonly method: string
  readonly url: URL
  readonly headers: Headers
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

/** The response of a receiver. */
export interface Receipt {
  readonly status: number
  /** How long the receiver asks to wait, in milliseconds; `undefined` where it does not. */
  readonly retryAfterMs: number | undefined
  /** The URL that it redirects the message to, with its method and body; `undefined` for none. */
  readonly location: string | undefined
}

/**
 * Sends a message and returns the response. Follows 307 and 308 to where messages may be sent, as they keep the method
 * and the body (RFC 9110, section 15.4.8); no other redirects. Rejects with the reason if no response comes.
 */
export async function send (
  message: Message,
  allowedHosts?: readonly string[],
  trust: ReceiverTrust = {}
): Promise<Receipt> {
  const signal = AbortSignal.timeout(TIMEOUT_MS)
  let sent = message
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
    const receipt = await sendOnce(sent, signal, trust)
    if (receipt.location === undefined) return receipt
    sent = redirect(sent, receipt.location, allowedHosts)
  }
  throw new Error(`more than ${MAX_REDIRECTS} redirects`)
}

/** Returns the message for another URL. Another origin does not get the credentials of the first. */
function redirect (message: Message, location: string, allowedHosts: readonly string[] | undefined): Message {
  const url = URL.parse(location, message.url.href)
  const refusal = url === null ? 'it is not a URL' : refusalOf(url, allowedHosts)
  if (url === null || refusal !== undefined) {
    throw new Error(`the redirect to ${shorten(location)} is not followed: ${refusal}`)
  }
  const headers = Object.entries(message.headers).filter(([name]) =>
    url.origin === message.url.origin || !CREDENTIAL_HEADERS.includes(name.toLowerCase()))
  return { ...message, url, headers: Object.fromEntries(headers) }
}

function sendOnce (
  { body, headers, method, url }: Message,
  signal: AbortSignal,
  { ca, isInsecure = false }: ReceiverTrust
): Promise<Receipt> {
  const request = url.protocol === 'https:' ? requestHttps : requestHttp
  return new Promise((resolve, reject) => {
    const outgoing = request(
      url,
      {
        method,
        headers: { ...headers, [CALLBACK_HEADER]: '1' },
        lookup: lookupAllowed,
        rejectUnauthorized: !isInsecure,
        ...ca !== undefined && { ca: [...knownAuthorities(), ca] },
        signal,
        agent: false
      },
      incoming => {
        incoming.resume()
        resolve(toReceipt(incoming))
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
      reject(isTimeout ? new Error(`no response within ${TIMEOUT_MS} ms`) : withHint(error))
    })
    outgoing.end(body)
  })
}

/** Returns the authorities that Node trusts; before Node 22.15, without those that the environment adds. */
function knownAuthorities (): readonly string[] {
  return tls.getCACertificates?.('default') ?? tls.rootCertificates
}

const UNTRUSTED: ReadonlySet<unknown> = new Set([
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE'
])

/** Adds what makes a certificate accepted to the error for one that is not. */
function withHint (error: Error): Error {
  if (!('code' in error) || !UNTRUSTED.has(error.code)) return error
  const hint = 'trust its authority with --callback-ca, or any certificate with --callback-insecure'
  return new Error(`${error.message}: ${hint}`, { cause: error })
}

function toReceipt ({ headers, statusCode: status = 0 }: IncomingMessage): Receipt {
  const isRedirect = status === 307 || status === 308
  const mayAsk = status === 429 || status === 503
  return {
    status,
    retryAfterMs: mayAsk ? retryAfterOf(headers) : undefined,
    location: isRedirect ? headers.location : undefined
  }
}

/** Reads `Retry-After` (RFC 9110, section 10.2.3). A date is compared with that of the response, not with our time. */
function retryAfterOf ({ date, 'retry-after': text }: IncomingHttpHeaders): number | undefined {
  if (text === undefined) return undefined
  if (/^\d{1,12}$/.test(text)) return Number(text) * 1_000
  const until = parseHttpDate(text)
  const now = date === undefined ? undefined : parseHttpDate(date)
  return until === undefined ? undefined : Math.max(0, until - (now ?? systemTime()))
}

function isHostOf ({ hostname, port, protocol }: URL, allowed: string): boolean {
  const host = allowed.toLowerCase()
  // A URL omits the default port of its scheme.
  return host === hostname || host === `${hostname}:${port || (protocol === 'https:' ? 443 : 80)}`
}
