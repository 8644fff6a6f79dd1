import type { MediaType } from '../contract/contract.ts'
import { escapePattern } from '../documents/escape-pattern.ts'
import { isObject } from '../documents/is-object.ts'
import type { BodyComparison } from '../drift/body-comparison.ts'
import { createBodies } from '../drift/body-drift.ts'
import { findMediaType } from '../messages/find-media-type.ts'
import { createStandin } from '../server.ts'
import type { StandinOptions } from '../standin-options.ts'
import { findResponse } from '../validation/response-validator.ts'
import { formatInstant } from '../worlds/clock.ts'
import { compareBodies } from './compare-bodies.ts'
import type { Observed } from './observe.ts'

type Standin = Awaited<ReturnType<typeof createStandin>>

/** Exchanges in which the stand-in responded otherwise than the service had. */
export interface ReplayDifference {
  /** The operation's id. */
  readonly operation: string
  readonly why: string
  readonly count: number
  /** When the first of them was, as an RFC 3339 date-time. */
  readonly first: string
}

/** How a stand-in responds to the requests of a recording. */
export interface Replay {
  readonly compared: number
  readonly agreed: number
  readonly differences: readonly ReplayDifference[]
  /** How many exchanges are not compared, by the reason. */
  readonly left: Readonly<Record<string, number>>
}

export interface ReplayOptions {
  /** The options of the stand-in: the document, what was learned, and fixtures. */
  readonly options: StandinOptions
  /** The ids of the resources in the recording. */
  readonly ids: ReadonlySet<string>
}

/**
 * Sends the requests of a recording to a stand-in, at the instants at which the service saw them, and compares its
 * responses with those of the service. Ids are translated. Rejects with `InvalidDocument` where what was learned cannot
 * be used.
 */
export async function replay (exchanges: readonly Observed[], { ids, options }: ReplayOptions): Promise<Replay> {
  const [first] = exchanges
  const start = formatInstant(Math.floor(first?.seenAt ?? 0))
  const app = await createStandin({ ...options, startsAt: start, clock: 'frozen', coverage: false, log: 'silent' })
  try {
    await app.ready()
    return await replayOn(app, exchanges, ids)
  } finally {
    await app.close()
  }
}

async function replayOn (
  app: Standin,
  exchanges: readonly Observed[],
  ids: ReadonlySet<string>
): Promise<Replay> {
  const translated = new Map<string, string>()
  const differences = new Map<string, { operation: string, why: string, count: number, first: string }>()
  const left: Record<string, number> = {}
  let compared = 0
  let agreed = 0
  let now = exchanges[0]?.seenAt ?? 0
  for (const exchange of exchanges) {
    const { at, operation, seenAt } = exchange
    // The service looked at its clock when it saw the request, not when that was sent.
    if (seenAt > now) {
      now = seenAt
      await advance(app, seenAt)
    }
    const why = await compareOne(app, exchange, { ids, translated })
    const reason = notCompared(exchange)
    if (reason !== undefined) {
      left[reason] = (left[reason] ?? 0) + 1
      continue
    }
    compared++
    if (why === undefined) {
      agreed++
      continue
    }
    const id = operation?.id ?? ''
    const known = differences.get(`${id} ${why}`) ?? { operation: id, why, count: 0, first: formatInstant(at) }
    known.count++
    differences.set(`${id} ${why}`, known)
  }
  return { compared, agreed, differences: [...differences.values()], left }
}

/** Returns why nothing can be said of an exchange. */
function notCompared ({ response: { status, violations } }: Observed): string | undefined {
  if (status >= 500) return 'the service failed'
  if (violations.length > 0) return 'the response of the service broke its contract'
  return undefined
}

async function advance (app: Standin, at: number): Promise<void> {
  await app.inject({ method: 'POST', url: '/__admin/clock/advance', payload: { to: formatInstant(at) } })
}

interface Ids {
  readonly ids: ReadonlySet<string>
  /** Those of the recording, each with that of the stand-in. */
  readonly translated: Map<string, string>
}

/** Sends one request. Returns in what the response differs. */
async function compareOne (
  app: Standin,
  exchange: Observed,
  { ids, translated }: Ids
): Promise<string | undefined> {
  const { method, operation, recorded, response, url } = exchange
  const text = recorded.request.body?.toString()
  const answer = await app.inject({
    method: method as 'POST', // inject takes any, and is typed for those that it knows
    url: translate(url, translated),
    headers: sentHeaders(recorded.request.headers),
    ...text !== undefined && { payload: translate(text, translated) }
  })
  if (answer.statusCode !== response.status) {
    return `the status was ${response.status}, and is ${answer.statusCode}${refusalText(answer.headers)}`
  }
  if (operation === undefined || response.body === undefined) return undefined
  const content = findResponse(operation, response.status)?.content ?? []
  const declared = findMediaType(content, String(response.headers['content-type'] ?? ''))
  if (declared === undefined || !/json/.test(declared.name)) return undefined
  const node = comparisonOf(declared)?.root
  const sent = new Set(leavesOf(exchange.request.body))
  const context = { sent, ids: translated, isId: (value: string): boolean => ids.has(value) }
  return compareBodies(response.body, parseJson(answer.body), node, context)
}

const comparisons = new WeakMap<MediaType, BodyComparison | undefined>()

function comparisonOf (declared: MediaType): BodyComparison | undefined {
  if (!comparisons.has(declared)) comparisons.set(declared, createBodies([declared]).get(declared))
  return comparisons.get(declared)
}

/** Replaces the ids of the recording by those of the stand-in. */
function translate (text: string, ids: ReadonlyMap<string, string>): string {
  let translated = text
  for (const [recorded, actual] of ids) {
    if (recorded === actual || !translated.includes(recorded)) continue
    // A short id, such as a number, is one only as a whole.
    const whole = new RegExp(`(?<![\\w-])${escapePattern(recorded)}(?![\\w-])`, 'g')
    translated = translated.replace(whole, () => actual)
  }
  return translated
}

/** Headers that belong to the connection with the service. */
const OF_CONNECTION = /^(?:host|connection|content-length|transfer-encoding|accept-encoding|cookie|origin|referer)$/i
/** Headers of HTTP/2, of browsers and of what stands between. */
const OF_CARRIERS = /^(?::|sec-|x-forwarded-|x-standin-)/i

function sentHeaders (headers: ReadonlyArray<readonly [string, string]>): Record<string, string> {
  const isOther = (name: string): boolean => OF_CONNECTION.test(name) || OF_CARRIERS.test(name)
  const own = headers.filter(([name]) => !isOther(name))
  return Object.fromEntries(own.map(([name, value]) => [name.toLowerCase(), value]))
}

/** Returns what the stand-in says of a refusal in the header for it. */
function refusalText (headers: Readonly<Record<string, unknown>>): string {
  const refusal = headers['x-standin-refusal']
  return refusal === undefined ? '' : ` (${String(refusal)})`
}

function leavesOf (value: unknown, depth = 0): unknown[] {
  if (depth > 8) return []
  if (Array.isArray(value)) return value.flatMap(item => leavesOf(item, depth + 1))
  if (isObject(value)) return Object.values(value).flatMap(member => leavesOf(member, depth + 1))
  return [value]
}

function parseJson (text: string): unknown {
  try {
    const value: unknown = JSON.parse(text)
    return value
  } catch {
    return undefined
  }
}
