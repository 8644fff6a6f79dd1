import { randomUUID } from 'node:crypto'
import type { Test } from 'tap'
import { REAL_TIME, startService } from './start-service.ts'
import type { Call, Reply, Service, ServiceTime } from './start-service.ts'

/** The ways in which this service can differ from the document of Mews. */
export type MewsMistake =
  | 'skips a status'
  | 'goes back to a status'
  | 'has an unknown status'
  | 'accepts a second export'
  | 'lies about Retry-After'
  | 'states a wrong file size'
  | 'lacks a member'
  | 'answers 202 for 200'
  | 'answers as text'
  | 'accepts invalid requests'
  | 'fails at unknown ids'
  | 'allows every method'
  | 'omits Retry-After'
  | 'forgets exports'

export interface MewsOptions {
  readonly mistakes?: readonly MewsMistake[]
  readonly time?: ServiceTime
  /** How long a status lasts, in milliseconds. */
  readonly pendingMs?: number
  readonly processingMs?: number
  readonly validMs?: number
  /** How many requests an AccessToken may send in a window, and how long that is. */
  readonly limit?: { readonly max: number, readonly ms: number }
  /** The AccessTokens that are accepted; all without. */
  readonly tokens?: readonly string[]
  /** Whether errors repeat what the request said, tokens included. */
  readonly echoes?: boolean
}

interface Export {
  readonly id: string
  readonly token: string
  readonly entityType: string
  readonly at: number
}

const ENTITY_TYPES = ['OrderItem', 'Payment', 'Reservation', 'Customer', 'Company']
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const FILE = '{"Id":"1","Amount":10}\n{"Id":"2","Amount":20}\n'

/** Starts a service that does what the document of Mews says, made without any code of this project. */
export async function startMews (t: Test, options: MewsOptions = {}): Promise<Service> {
  const service = new Mews(options)
  return await startService(t, (call, base) => service.answer(call, base))
}

class Mews {
  readonly #options: MewsOptions
  readonly #time: ServiceTime
  readonly #exports: Export[] = []
  readonly #windows = new Map<string, { start: number, uses: number }>()

  constructor (options: MewsOptions) {
    this.#options = options
    this.#time = options.time ?? REAL_TIME
  }

  answer (call: Call, base: string): Reply {
    const { pathname } = call.url
    if (pathname.startsWith('/files/')) return this.#file(call)
    if (!/^\/api\/connector\/v1\/exports\/(add|getAll)$/.test(pathname)) return error(404, 'There is nothing here.')
    if (call.method !== 'POST' && !this.#has('allows every method')) {
      return { ...error(405, 'Use POST.'), headers: { allow: 'POST' } }
    }
    const { accept = '*/*' } = call.headers
    if (!/\*\/\*|application\/(?:json|\*)/.test(accept)) return error(406, 'Only JSON is sent.')
    const body = readBody(call)
    if ('status' in body) return body
    const token = body.value.AccessToken
    const { tokens } = this.#options
    if (tokens !== undefined && !tokens.includes(String(token))) return error(401, this.#echo('No such token.', call))
    const limited = this.#limited(String(token))
    if (limited !== undefined) return limited
    const problem = this.#has('accepts invalid requests') ? undefined : problemOf(body.value, pathname)
    if (problem !== undefined) return error(400, this.#echo(problem, call))
    return pathname.endsWith('add') ? this.#add(body.value, base) : this.#getAll(body.value, base)
  }

  #has (mistake: MewsMistake): boolean {
    return this.#options.mistakes?.includes(mistake) === true
  }

  #echo (message: string, call: Call): string {
    return this.#options.echoes === true ? `${message} You sent ${call.text}` : message
  }

  #limited (token: string): Reply | undefined {
    const { limit } = this.#options
    if (limit === undefined) return undefined
    const now = this.#time.now()
    let window = this.#windows.get(token)
    if (window === undefined || now >= window.start + limit.ms) window = { start: now, uses: 0 }
    this.#windows.set(token, window)
    window.uses++
    if (window.uses <= limit.max) return undefined
    const left = Math.ceil((window.start + limit.ms - now) / 1000)
    const told = this.#has('lies about Retry-After') ? Math.max(0, Math.floor(left / 3)) : left
    const headers = { 'retry-after': String(told) }
    return { ...error(429, 'Too many requests.'), ...!this.#has('omits Retry-After') && { headers } }
  }

  #add (body: Record<string, unknown>, base: string): Reply {
    const entityType = String(body.EntityType)
    const token = String(body.AccessToken)
    const running = this.#exports.find(other => other.entityType === entityType && other.token === token &&
      ['Pending', 'Processing'].includes(this.#statusOf(other)))
    if (running !== undefined && !this.#has('accepts a second export')) return error(400, 'One is running already.')
    const created = { id: randomUUID(), token, entityType, at: this.#time.now() }
    this.#exports.push(created)
    return this.#reply({ Export: this.#show(created, base) })
  }

  #getAll (body: Record<string, unknown>, base: string): Reply {
    const ids = new Set(Array.isArray(body.ExportIds) ? body.ExportIds : [])
    const found = [...ids].map(id => this.#exports.find(one => one.id === id)).filter(one => one !== undefined)
    if (this.#has('fails at unknown ids') && found.length < ids.size) return error(500, 'Cannot read id of undefined')
    const kept = this.#has('forgets exports') ? [] : found
    return this.#reply({ Exports: kept.map(one => this.#show(one, base)) })
  }

  #reply (body: unknown): Reply {
    if (this.#has('answers as text')) {
      return { status: 200, headers: { 'content-type': 'text/plain' }, body: JSON.stringify(body) }
    }
    return { status: this.#has('answers 202 for 200') ? 202 : 200, body }
  }

  #statusOf ({ at }: Export): string {
    const { pendingMs = 40, processingMs = 60, validMs = 600_000 } = this.#options
    const age = this.#time.now() - at
    if (age < pendingMs) return 'Pending'
    if (age < pendingMs + processingMs) {
      if (this.#has('skips a status')) return 'Success'
      const isLate = age > pendingMs + processingMs / 2
      return this.#has('goes back to a status') && isLate ? 'Pending' : 'Processing'
    }
    if (this.#has('has an unknown status')) return 'Done'
    return age < pendingMs + processingMs + validMs ? 'Success' : 'Expired'
  }

  #show (shown: Export, base: string): Record<string, unknown> {
    const { entityType, id } = shown
    const status = this.#statusOf(shown)
    const size = Buffer.byteLength(FILE) + (this.#has('states a wrong file size') ? 7 : 0)
    const files = [1, 2].map(n => ({ Url: `${base}/files/${id}-${n}.jsonl`, SizeInBytes: size }))
    return {
      Id: id,
      Status: status,
      ...!this.#has('lacks a member') && { EntityType: entityType },
      Files: status === 'Success' ? files : [],
      ExpiresUtc: status === 'Success' ? '2027-01-01T00:00:00Z' : null
    }
  }

  #file ({ method, url }: Call): Reply {
    if (method !== 'GET') return { ...error(405, 'Use GET.'), headers: { allow: 'GET' } }
    const known = this.#exports.find(({ id }) => url.pathname.startsWith(`/files/${id}-`))
    if (known === undefined || this.#statusOf(known) !== 'Success') return error(404, 'There is no such file.')
    return { status: 200, headers: { 'content-type': 'application/x-ndjson' }, body: FILE }
  }
}

type Body = { readonly value: Record<string, unknown> } | Reply

function readBody ({ headers, text }: Call): Body {
  if (text !== '' && !/^application\/json\b/.test(headers['content-type'] ?? '')) return error(415, 'Send JSON.')
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { value: { ...value } }
    return error(400, 'Send an object.')
  } catch {
    return error(400, 'This is not JSON.')
  }
}

function problemOf (body: Record<string, unknown>, path: string): string | undefined {
  for (const name of ['Client', 'AccessToken', 'ClientToken']) {
    const value = body[name]
    if (typeof value !== 'string') return `${name} must be text.`
    if (value === '' && name !== 'Client') return `${name} must not be empty.`
  }
  for (const name of ['LanguageCode', 'CultureCode', 'MaskedAccessToken', 'MaskedClientToken']) {
    if (!['string', 'undefined'].includes(typeof body[name]) && body[name] !== null) return `${name} must be text.`
  }
  if (path.endsWith('add')) {
    return ENTITY_TYPES.includes(String(body.EntityType)) ? undefined : 'EntityType is not known.'
  }
  const ids: unknown = body.ExportIds
  if (!Array.isArray(ids) || ids.length < 1 || ids.length > 1000) return 'ExportIds must have 1 to 1,000 ids.'
  return ids.every(id => typeof id === 'string' && UUID.test(id)) ? undefined : 'An id is not a UUID.'
}

function error (status: number, message: string): Reply {
  return { status, body: { Message: message } }
}
