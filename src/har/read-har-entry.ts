import { isObject } from '../documents/is-object.ts'
import type { JsonObject } from '../documents/is-object.ts'
import { isBodilessStatus } from '../messages/is-bodiless-status.ts'
import { parseInstant } from '../worlds/clock.ts'
import type { HarPlace } from './har-problems.ts'
import { readContent, readPostData } from './read-har-body.ts'
import { readHarHeaders } from './read-har-headers.ts'
import type { RecordedExchange, RecordedRequest, RecordedResponse } from './recorded-exchange.ts'

/** What is known of an entry before it is read. */
export interface HarEntryContext extends HarPlace {
  /** When the entry before was sent: what one without an instant is taken to be sent at. */
  readonly before: number
}

/** An entry that is no exchange over HTTP. */
interface LeftOut {
  readonly pointer: string
  readonly why: string
}

/** Reads an entry of a HAR file. Returns `undefined` for one with problems, and why for one that is left out. */
export function readHarEntry (entry: unknown, context: HarEntryContext): RecordedExchange | LeftOut | undefined {
  const { pointer, problems } = context
  if (!isObject(entry)) return reject(context, 'be an object', entry)
  const { request, response } = entry
  if (!isObject(request)) return reject(within(context, 'request'), 'be an object', request)
  const why = whyLeftOut(request, response)
  if (why !== undefined) return { pointer, why }
  if (!isObject(response)) return reject(within(context, 'response'), 'be an object', response)
  const read = {
    startedAt: readInstant(entry.startedDateTime, context),
    durationMs: readDuration(entry.time),
    request: readRequest(request, { pointer: `${pointer}/request`, problems }),
    response: readResponse(response, request.method, { pointer: `${pointer}/response`, problems })
  }
  return isWhole(read) ? read : undefined
}

type Partly<Whole> = { readonly [Name in keyof Whole]: Whole[Name] | undefined }

function isWhole (read: Partly<RecordedExchange>): read is RecordedExchange {
  return Object.values(read).every(part => part !== undefined)
}

function within ({ pointer, problems }: HarPlace, name: string): HarPlace {
  return { pointer: `${pointer}/${name}`, problems }
}

function reject ({ pointer, problems }: HarPlace, must: string, value: unknown): undefined {
  problems.add(pointer, must, value)
}

/** Returns why an entry is no exchange over HTTP; `undefined` for one that is, or that has problems. */
function whyLeftOut ({ method, url }: JsonObject, response: unknown): string | undefined {
  const scheme = typeof url === 'string' ? /^([a-z][a-z\d+.-]*):(?!\d)/i.exec(url)?.[1]?.toLowerCase() : undefined
  if (scheme !== undefined && scheme !== 'http' && scheme !== 'https') return `its URL is one of ${scheme}`
  if (typeof method === 'string' && method.toUpperCase() === 'CONNECT') return 'it only opens a tunnel'
  if (response === null || response === undefined) return 'it has no response'
  if (!isObject(response)) return undefined
  const { status } = response
  // Browsers write 0, and some tools -1, where no response came.
  if (status === 0 || status === -1 || status === null) return 'no response came'
  return typeof status === 'number' && status >= 100 && status < 200 ? 'it changes the protocol' : undefined
}

/** Reads an instant; some tools write its zone without a colon, or none. */
function readInstant (value: unknown, { before, pointer, problems }: HarEntryContext): number | undefined {
  if (value === undefined || value === null) return before
  const text = String(value).trim().replace(' ', 'T').replace(/([+-]\d\d)(\d\d)$/, '$1:$2')
  const instant = typeof value === 'string' ? parseInstant(text) ?? parseInstant(`${text}Z`) : undefined
  if (instant !== undefined) return instant
  return reject({ pointer: `${pointer}/startedDateTime`, problems }, 'be a date-time, as RFC 3339 has them', value)
}

/** Reads a duration, which is -1 where a tool does not know it. */
function readDuration (value: unknown): number {
  return typeof value === 'number' && value > 0 ? value : 0
}

function readRequest (request: JsonObject, place: HarPlace): RecordedRequest | undefined {
  const method = readMethod(request.method, within(place, 'method'))
  const url = readUrl(request, within(place, 'url'))
  const headers = readHarHeaders(request, place)
  if (method === undefined || url === undefined || headers === undefined) return undefined
  const message = readPostData(request, headers, place)
  return message && { method, url, ...message }
}

/** Matches a method (RFC 9110, section 9.1). */
const METHOD = /^[!#$%&'*+.^_`|~\w-]+$/

function readMethod (value: unknown, place: HarPlace): string | undefined {
  if (typeof value === 'string' && METHOD.test(value)) return value.toUpperCase()
  return reject(place, 'be a method of HTTP', value)
}

/** Reads the URL of a request, without its fragment, which is never sent. */
function readUrl ({ queryString, url: value }: JsonObject, place: HarPlace): string | undefined {
  const url = typeof value === 'string' ? URL.parse(value) : null
  if (url === null || !/^https?:$/.test(url.protocol)) {
    return reject(place, 'be an absolute URL, such as https://api.example/orders', value)
  }
  const [text = ''] = String(value).split('#', 1)
  if (text.includes('?') || !Array.isArray(queryString)) return text
  const query = new URLSearchParams()
  for (const pair of queryString) {
    if (isObject(pair) && typeof pair.name === 'string') query.append(pair.name, String(pair.value ?? ''))
  }
  return query.size === 0 ? text : `${text}?${query}`
}

function readResponse (response: JsonObject, method: unknown, place: HarPlace): RecordedResponse | undefined {
  const status = readStatus(response.status, within(place, 'status'))
  const headers = readHarHeaders(response, place)
  if (status === undefined || headers === undefined) return undefined
  // Browsers show what they had kept for a 304.
  const isBodiless = isBodilessStatus(status) || String(method).toUpperCase() === 'HEAD'
  if (isBodiless) return { status, headers, body: undefined }
  const message = readContent(response.content, headers, within(place, 'content'))
  return message && { status, ...message }
}

function readStatus (value: unknown, place: HarPlace): number | undefined {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 200 && value <= 599) return value
  return reject(place, 'be a status of HTTP, from 200 to 599', value)
}
