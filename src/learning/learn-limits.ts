import type { JsonObject } from '../documents/is-object.ts'
import { isObject } from '../documents/is-object.ts'
import { isCredentialName } from '../schemas/is-credential-name.ts'
import { formatDuration } from '../worlds/duration.ts'
import { literal } from './literal.ts'
import type { Observed } from './observe.ts'
import type { LearningRedactor } from './redactor.ts'

/** A limit as a document declares it, and how it was told. */
export interface LearnedLimit {
  readonly name: string
  readonly declaration: JsonObject
  readonly told: string
}

/** The limits that a recording shows. */
export interface LearnedLimits {
  readonly limits: readonly LearnedLimit[]
  readonly untold: readonly string[]
}

/** Tells limits by the headers of responses, or else by the requests before a 429. */
export function learnLimits (exchanges: readonly Observed[], redactor: LearningRedactor): LearnedLimits {
  const refused = exchanges.filter(({ response }) => response.status === 429)
  const stated = exchanges.map(statedLimit).find(limit => limit !== undefined)
  const [first] = refused
  if (first === undefined && stated === undefined) return { limits: [], untold: [] }
  const by = keyOf(exchanges)
  const counted = first === undefined ? undefined : countedLimit(first, exchanges, by)
  const limit = stated ?? counted
  if (limit === undefined) {
    const why = 'its responses have no Retry-After or RateLimit header'
    return { limits: [], untold: [`the limit that refused requests: ${why}`] }
  }
  const { headers, max, perMs, source } = limit
  const declaration = {
    by: by?.expression ?? '$request.header.host',
    max,
    per: formatDuration(perMs),
    ...headers !== undefined && { headers },
    ...first !== undefined && { else: refusalOf(first, redactor) }
  }
  const of = by === undefined ? '' : ` by ${by.name}`
  return {
    limits: [{ name: 'requests', declaration, told: `${max} requests in ${formatDuration(perMs)}${of}, by ${source}` }],
    untold: by === undefined ? ['by what the limit counts: requests carry no credential'] : []
  }
}

interface Limit {
  readonly max: number
  readonly perMs: number
  readonly headers?: string
  readonly source: string
}

/** Reads a limit from `RateLimit-Policy`, or from the older headers of one. */
function statedLimit ({ response: { headers } }: Observed): Limit | undefined {
  const policy = /;\s*q=(\d+)[^,]*;\s*w=(\d+)/.exec(String(headers['ratelimit-policy'] ?? ''))
  if (policy === null) return undefined
  const [, quota, seconds] = policy
  return { max: Number(quota), perMs: Number(seconds) * 1_000, headers: 'RateLimit', source: 'RateLimit-Policy' }
}

/** Counts the requests of the shortest window that ends with refusals. */
function countedLimit (first: Observed, exchanges: readonly Observed[], by: Key | undefined): Limit | undefined {
  const { headers } = first.response
  const key = by?.read(first)
  const windows = listWindows(exchanges.filter(other => by?.read(other) === key))
  const [shortest] = windows.sort((one, other) => (one.end - one.start) - (other.end - other.start))
  if (shortest === undefined) return undefined
  const { count, end, start } = shortest
  const isStated = headers['x-ratelimit-limit'] !== undefined
  return {
    max: isStated ? Number(headers['x-ratelimit-limit']) : count,
    perMs: Math.max(1_000, Math.round((end - start) / 1_000) * 1_000),
    ...isStated && { headers: 'X-RateLimit' },
    source: `the ${count} requests before a 429, and its Retry-After`
  }
}

interface Window {
  readonly start: number
  readonly end: number
  /** How many requests were accepted in it. */
  readonly count: number
}

/** Lists the windows whose ends refusals tell. Each begins with the first request after the one before. */
function listWindows (exchanges: readonly Observed[]): Window[] {
  const windows: Window[] = []
  let start: number | undefined
  let count = 0
  let end: number | undefined
  for (const { response, seenAt } of exchanges) {
    if (end !== undefined && seenAt >= end - 500) {
      start = undefined
      end = undefined
    }
    if (start === undefined) {
      start = seenAt
      count = 0
    }
    if (response.status !== 429) {
      count++
      continue
    }
    const seconds = Number(response.headers['retry-after'] ?? Number.NaN)
    if (end !== undefined || !Number.isFinite(seconds)) continue
    end = seenAt + seconds * 1_000
    windows.push({ start, end, count })
  }
  return windows
}

function refusalOf ({ response: { body, headers, status } }: Observed, redactor: LearningRedactor): JsonObject {
  return {
    status,
    ...headers['retry-after'] !== undefined && { headers: { 'Retry-After': '$retryAfter' } },
    ...body !== undefined && { body: literal(redactor.value(body)) }
  }
}

/** What a limit counts by. */
interface Key {
  readonly name: string
  readonly expression: string
  read (exchange: Observed): unknown
}

/** Finds the credential that all requests carry: in a header, or in a member of their bodies. */
function keyOf (exchanges: readonly Observed[]): Key | undefined {
  const headers = ['authorization', 'x-api-key', 'api-key']
  const header = headers.find(name => exchanges.every(({ request }) => request.headers[name] !== undefined))
  if (header !== undefined) {
    return { name: header, expression: `$request.header.${header}`, read: ({ request }) => request.headers[header] }
  }
  const [first] = exchanges
  const body = first?.request.body
  for (const name of isObject(body) ? Object.keys(body) : []) {
    const read = ({ request }: Observed): unknown => isObject(request.body) ? request.body[name] : undefined
    if (!isCredentialName(name) || !exchanges.every(exchange => typeof read(exchange) === 'string')) continue
    return { name, expression: `$request.body#/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`, read }
  }
  return undefined
}
