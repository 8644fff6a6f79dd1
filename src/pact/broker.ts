import { exactJson } from '../exact-json.ts'
import { isObject } from '../documents/is-object.ts'
import type { JsonObject } from '../documents/is-object.ts'
import { BrokerRefused } from '../errors.ts'
import type { Publishing } from './publishing.ts'

/** How long a broker may take to respond, in milliseconds. */
const TIMEOUT_MS = 30_000

/** The longest reason of a broker that is shown, in characters. */
const LONGEST_REASON = 500

/** A broker of pacts, whose index says what it can do (HAL). */
export class Broker {
  readonly url: string
  readonly #headers: Readonly<Record<string, string>>
  readonly #links: Readonly<JsonObject>

  private constructor (url: string, headers: Readonly<Record<string, string>>, links: JsonObject) {
    this.url = url
    this.#headers = headers
    this.#links = links
  }

  /** Reads the index of a broker. Rejects with `BrokerRefused`. */
  static async open ({ basic, token, url }: Publishing): Promise<Broker> {
    const headers: Record<string, string> = { accept: 'application/hal+json, application/json' }
    if (token !== undefined) headers.authorization = `Bearer ${token}`
    else if (basic !== undefined) headers.authorization = `Basic ${encodeBasic(basic)}`
    const index = await send(url, url, { headers })
    return new Broker(url, headers, isObject(index) && isObject(index._links) ? index._links : {})
  }

  /** Returns the URL of a link with its parameters filled in; `undefined` where the broker has no such link. */
  link (name: string, parameters: Readonly<Record<string, string>> = {}): string | undefined {
    const link = this.#links[name]
    if (!isObject(link) || typeof link.href !== 'string') return undefined
    const href = link.href.replace(/\{(\w+)\}/g, (_whole, name: string) => encodeURIComponent(parameters[name] ?? ''))
    return new URL(href, `${this.url}/`).href
  }

  /** Sends a value. Returns the response, parsed. Rejects with `BrokerRefused`. */
  async send (method: 'POST' | 'PUT', url: string, value: unknown): Promise<unknown> {
    const headers = { ...this.#headers, 'content-type': 'application/json' }
    return await send(this.url, url, { method, headers, body: exactJson.stringify(value) })
  }
}

function encodeBasic ({ password, username }: NonNullable<Publishing['basic']>): string {
  return Buffer.from(`${username}:${password}`).toString('base64')
}

async function send (broker: string, url: string, init: RequestInit): Promise<unknown> {
  const response = await fetch(url, { ...init, signal: AbortSignal.timeout(TIMEOUT_MS) }).catch((error: unknown) => {
    throw new BrokerRefused(broker, whyUnsent(error))
  })
  const text = await response.text()
  const value = exactJson.tryParse(text)
  if (response.ok) return value
  const reason = (reasonIn(value) ?? text).slice(0, LONGEST_REASON)
  throw new BrokerRefused(broker, `${response.status} ${reason}`.trim())
}

function whyUnsent (error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (error.name === 'TimeoutError') return `it did not respond within ${TIMEOUT_MS / 1000} s`
  return error.cause instanceof Error ? error.cause.message : error.message
}

/** Returns what a broker says is wrong: its notices, or its errors. */
function reasonIn (value: unknown): string | undefined {
  if (!isObject(value)) return undefined
  const notices = Array.isArray(value.notices) ? value.notices.filter(isObject).map(({ text }) => String(text)) : []
  if (notices.length > 0) return notices.join('; ')
  return value.errors === undefined ? undefined : exactJson.stringify(value.errors)
}
