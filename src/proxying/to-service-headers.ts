import type { IncomingMessage } from 'node:http'
import type { RequestFacts } from '../simulation/scope.ts'

/** Headers that are for one connection alone (RFC 9110, section 7.6.1), and those that are written anew. */
const OF_CONNECTION: ReadonlySet<string> = new Set([
  'connection',
  'keep-alive',
  'proxy-connection',
  'proxy-authenticate',
  'proxy-authorization',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'http2-settings'
])

/** Headers of requests that are not passed on as they are. */
const REWRITTEN: ReadonlySet<string> = new Set([
  'host',
  'expect',
  'content-length',
  'cookie',
  'prefer',
  'via',
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto'
])

/** The start of the names of headers that are for the stand-in itself. */
const OWN = 'x-standin-'

/** Lists the names of the headers that a message has for its connection alone. */
export function connectionHeaders (connection: string | readonly string[] | undefined): ReadonlySet<string> {
  if (connection === undefined || PLAIN_CONNECTION.test(String(connection))) return OF_CONNECTION
  const named = String(connection).toLowerCase().split(',').map(name => name.trim())
  return new Set([...OF_CONNECTION, ...named])
}

const PLAIN_CONNECTION = /^\s*(?:keep-alive|close)?\s*$/i

/**
 * Returns the headers with which a request is passed on, as a flat list of names and values. `via` names the stand-in.
 */
export function toServiceHeaders (
  request: IncomingMessage,
  facts: Pick<RequestFacts, 'baseUrl'>,
  via: string
): string[] {
  const { headers, rawHeaders } = request
  const dropped = connectionHeaders(headers.connection)
  const list: string[] = []
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index] ?? ''
    const lower = name.toLowerCase()
    if (dropped.has(lower) || REWRITTEN.has(lower) || lower.startsWith(OWN) || name.startsWith(':')) continue
    list.push(name, rawHeaders[index + 1] ?? '')
  }
  if (headers.te !== undefined && /\btrailers\b/i.test(String(headers.te))) list.push('te', 'trailers')
  add(list, 'cookie', headers.cookie && withoutWorld(headers.cookie))
  add(list, 'prefer', headers.prefer && withoutOwnPreferences(String(headers.prefer)))
  addForwarded(list, request, facts)
  list.push('via', headers.via === undefined ? `1.1 ${via}` : `${headers.via}, 1.1 ${via}`)
  return list
}

function add (list: string[], name: string, value: string | undefined): void {
  if (value !== undefined && value !== '') list.push(name, value)
}

/** Adds what proxies tell: the addresses that a request came from, and how its client wrote the server's. */
function addForwarded (list: string[], { headers, socket }: IncomingMessage, { baseUrl }: { baseUrl: string }): void {
  const address = socket.remoteAddress ?? 'unknown'
  const before = headers['x-forwarded-for']
  const end = baseUrl.indexOf('://')
  const proto = baseUrl.slice(0, end)
  const [host = ''] = baseUrl.slice(end + '://'.length).split('/', 1)
  list.push('x-forwarded-for', before === undefined ? address : `${String(before)}, ${address}`)
  list.push('x-forwarded-host', host, 'x-forwarded-proto', proto)
  // Most services read the older headers; this one is continued where somebody has begun it (RFC 7239).
  if (headers.forwarded === undefined) return
  const node = address.includes(':') ? `"[${address}]"` : address
  list.push('forwarded', `${headers.forwarded}, for=${node};host="${host}";proto=${proto}`)
}

/** Returns cookies without that which names a world. */
function withoutWorld (cookies: string): string {
  if (!cookies.includes('standin-world')) return cookies
  return cookies.split(/; */).filter(cookie => !cookie.startsWith('standin-world=')).join('; ')
}

const ITEMS = /(?:[^",]|"(?:[^"\\]|\\.)*"?)+/g
const OWN_PREFERENCE = /^\s*(?:code|example|dynamic|seed)\s*(?:[=;]|$)/i

/** Returns preferences without those that choose a response of the stand-in. */
function withoutOwnPreferences (prefer: string): string {
  const items = prefer.match(ITEMS) ?? []
  return items.filter(item => !OWN_PREFERENCE.test(item)).map(item => item.trim()).join(', ')
}

/** Tells whether a request has already come through the stand-in that this pseudonym is of. */
export function hasPassed ({ headers }: IncomingMessage, via: string): boolean {
  return headers.via?.includes(via) === true
}
