import { exactJson } from '../exact-json.ts'
import { isObject } from '../documents/is-object.ts'
import type { JsonObject } from '../documents/is-object.ts'
import { InvalidPact } from '../errors.ts'
import { isJson, mediaTypeOf } from '../messages/media-type.ts'
import type { ProviderState } from './provider-state.ts'

/** A body of a pact: as it is sent, and its value where it is JSON. */
export interface ReadBody {
  readonly bytes: Buffer
  readonly value: unknown
  /** The media type that the pact gives, or that its form implies. */
  readonly contentType: string
}

/** An interaction of a pact of any version. */
export interface ReadInteraction {
  readonly description: string
  readonly states: readonly ProviderState[]
  readonly request: {
    readonly method: string
    readonly path: string
    /** The text after `?`; empty without one. */
    readonly query: string
    /** With names in lower case. */
    readonly headers: Readonly<Record<string, string>>
    readonly body: ReadBody | undefined
    /** By the parts of the request: `path`, `query`, `header`, `body`. */
    readonly rules: JsonObject
  }
  readonly response: {
    readonly status: number
    readonly headers: Readonly<Record<string, string>>
    readonly body: ReadBody | undefined
    readonly rules: JsonObject
  }
}

/** A pact, read. */
export interface ReadPact {
  /** The file as messages show it. */
  readonly file: string
  readonly consumer: string
  readonly provider: string
  readonly interactions: readonly ReadInteraction[]
  /** The number of messages, which are no requests. */
  readonly messages: number
}

/** Returns whether a value has the form of a pact. */
export function isPact (value: unknown): value is JsonObject {
  return isObject(value) && isObject(value.consumer) && isObject(value.provider)
}

/** Reads a pact of version 1 to 4. Throws `InvalidPact`. */
export function readPact (value: unknown, file: string): ReadPact {
  if (!isPact(value)) throw new InvalidPact(`${file} is no pact: it has no "consumer" and "provider"`)
  const { consumer, interactions = [], messages = [], provider } = value
  if (!Array.isArray(interactions)) throw new InvalidPact(`${file}: /interactions must be a list`)
  const http = interactions.filter(one => !isObject(one) || one.type === undefined || one.type === SYNCHRONOUS)
  return {
    file,
    consumer: nameOf(consumer),
    provider: nameOf(provider),
    interactions: http.map(one => readInteraction(one, `${file}: /interactions/${interactions.indexOf(one)}`)),
    messages: interactions.length - http.length + (Array.isArray(messages) ? messages.length : 0)
  }
}

const SYNCHRONOUS = 'Synchronous/HTTP'

function nameOf (party: unknown): string {
  return isObject(party) && typeof party.name === 'string' ? party.name : ''
}

function readInteraction (interaction: unknown, at: string): ReadInteraction {
  if (!isObject(interaction) || !isObject(interaction.request) || !isObject(interaction.response)) {
    throw new InvalidPact(`${at} must have a request and a response`)
  }
  const { description, request, response } = interaction
  const status = Number(response.status ?? 200)
  if (!Number.isInteger(status) || status < 100 || status > 599) {
    throw new InvalidPact(`${at}/response/status must be a status, but is ${exactJson.stringify(response.status)}`)
  }
  const { method = 'GET', path = '/' } = request
  const headers = readHeaders(request.headers)
  const responseHeaders = readHeaders(response.headers)
  return {
    description: String(description ?? ''),
    states: readStates(interaction),
    request: {
      method: String(method).toUpperCase(),
      path: String(path),
      query: readQuery(request.query),
      headers,
      body: readBody(request.body, headers),
      rules: isObject(request.matchingRules) ? request.matchingRules : {}
    },
    response: {
      status,
      headers: responseHeaders,
      body: readBody(response.body, responseHeaders),
      rules: isObject(response.matchingRules) ? response.matchingRules : {}
    }
  }
}

function readStates ({ providerState, providerStates }: JsonObject): ProviderState[] {
  if (!Array.isArray(providerStates)) return typeof providerState === 'string' ? [{ name: providerState }] : []
  return providerStates.filter(isObject).map(({ name, params }) => {
    return { name: String(name), ...isObject(params) && { params } }
  })
}

/** Version 2 has the query as a text, and later ones the values of each name. */
function readQuery (query: unknown): string {
  if (typeof query === 'string') return query
  if (!isObject(query)) return ''
  const pairs = new URLSearchParams()
  for (const [name, values] of Object.entries(query)) {
    for (const value of [values].flat()) pairs.append(name, String(value))
  }
  return pairs.toString()
}

function readHeaders (headers: unknown): Record<string, string> {
  if (!isObject(headers)) return {}
  const entries = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), [value].flat().join(', ')])
  return Object.fromEntries(entries)
}

/** Version 4 has a body with its media type, and earlier ones the value or the text alone. */
function readBody (body: unknown, { 'content-type': header }: Readonly<Record<string, string>>): ReadBody | undefined {
  if (body === undefined || body === null) return undefined
  const isV4 = isObject(body) && 'content' in body && Object.keys(body).every(name => V4_BODY.has(name))
  const content = isV4 ? body.content : body
  if (content === undefined || content === null || (isV4 && content === '')) return undefined
  const given = isV4 && typeof body.contentType === 'string' ? body.contentType : undefined
  const contentType = header ?? given ?? (typeof content === 'string' ? 'text/plain' : 'application/json')
  const isEncoded = isV4 && (body.encoded === 'base64' || body.encoded === true)
  if (isEncoded) {
    return { bytes: Buffer.from(String(content), 'base64'), value: undefined, contentType }
  }
  const ofJson = isJson(mediaTypeOf(contentType))
  const parsed = ofJson && typeof content === 'string' ? exactJson.tryParse(content) : undefined
  // A text that is no JSON is the value itself: a string.
  const isWritten = typeof content === 'string' && (!ofJson || parsed !== undefined)
  const text = isWritten ? content : exactJson.stringify(content)
  return { bytes: Buffer.from(text), value: parsed === undefined ? content : parsed, contentType }
}

const V4_BODY = new Set(['content', 'contentType', 'contentTypeHint', 'encoded'])
