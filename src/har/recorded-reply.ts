import { isUtf8 } from 'node:buffer'
import { isBodilessStatus } from '../messages/is-bodiless-status.ts'
import type { RecordedResponse } from './recorded-exchange.ts'
import type { RecordedOperation } from './recorded-operation.ts'

/** The reply of a stub that answers as a service did. */
export interface RecordedReply {
  readonly status: number
  readonly headers: Readonly<Record<string, string | readonly string[]>>
  readonly raw?: string
  readonly base64?: string
}

/** Headers that hold for one connection, or that the server sets itself. */
const LEFT_OUT = new Set([
  'alt-svc',
  'connection',
  'content-encoding',
  'content-length',
  'date',
  'keep-alive',
  'preference-applied',
  'proxy-authenticate',
  'server-timing',
  'strict-transport-security',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'vary'
])

/** Headers with the URL of something of the same service. */
const LINKS = new Set(['content-location', 'location', 'operation-location'])

/**
 * Returns the reply of a stub that answers as a service did. URLs of the service in headers lead to the stand-in. A
 * body that the recording does not have is left to the document.
 */
export function recordedReply (response: RecordedResponse, { base }: RecordedOperation): RecordedReply {
  const { body, isBodyLeftOut = false, status } = response
  const reply = { status, headers: listHeaders(response, base) }
  if (isBodilessStatus(status) || isBodyLeftOut) return reply
  if (body === undefined) return { ...reply, raw: '' }
  // A scenario fills in what looks like one of its parameters.
  const isText = isUtf8(body) && !body.includes('$parameters')
  return isText ? { ...reply, raw: body.toString() } : { ...reply, base64: body.toString('base64') }
}

function listHeaders ({ headers }: RecordedResponse, base: string): RecordedReply['headers'] {
  const listed = new Map<string, string[]>()
  for (const [given, value] of headers) {
    const name = given.toLowerCase()
    if (LEFT_OUT.has(name) || name.startsWith('access-control-') || name.startsWith('x-standin-')) continue
    // Texts of a stub are templates.
    if (value.includes('$')) continue
    const values = listed.get(name) ?? []
    listed.set(name, [...values, LINKS.has(name) ? withinServer(value, base) : value])
  }
  const entries = [...listed].map(([name, [first = '', ...others]]) => {
    return [name, others.length === 0 ? first : [first, ...others]] as const
  })
  return Object.fromEntries(entries)
}

/** Leads a URL of the service to the stand-in: `https://api.example/v2/orders/3` to `{$server.url}/orders/3`. */
function withinServer (url: string, base: string): string {
  const isWithin = (start: string): boolean => url === start || url.startsWith(`${start}/`)
  if (isWithin(base)) return `{$server.url}${url.slice(base.length)}`
  const { pathname } = new URL(base)
  const path = pathname === '/' ? '' : pathname
  const isPath = url.startsWith('/') && !url.startsWith('//')
  return isPath && isWithin(path) ? `{$server.path}${url.slice(path.length)}` : url
}
