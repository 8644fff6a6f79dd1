import type { Operation, SecurityScheme } from '../contract/contract.ts'
import { TargetFailed } from '../journeys/target.ts'
import { MASK } from '../schemas/mask-text.ts'
import type { Redactor } from './redactor.ts'
import { sendHttp } from './send-http.ts'
import type { HttpMessage } from './send-http.ts'
import type { Timing } from './timing.ts'

export interface CredentialOptions {
  /** The headers of every request, with their values. */
  readonly headers: Readonly<Record<string, string>>
  /** The variables of the environment, in which the credentials of security schemes are. */
  readonly env: Readonly<Record<string, string | undefined>>
  readonly redactor: Redactor
  readonly target: URL
  /** The hosts beside that of the target that tokens may be fetched from. */
  readonly allowedHosts: readonly string[]
  readonly timeoutMs: number
  readonly timing: Timing
  /** Whether nothing is sent: access tokens are not fetched then. */
  readonly isDry: boolean
}

/** An access token, with when it is no longer used, in milliseconds since 1970. */
interface AccessToken {
  readonly value: string
  readonly until: number
}

/** How long before its end an access token is replaced, in milliseconds. */
const MARGIN_MS = 5_000

/** Adds the credentials of requests: the given headers, and those of the security schemes of their operations. */
export class Credentials {
  readonly #options: CredentialOptions
  readonly #tokens = new Map<string, Promise<AccessToken>>()

  constructor (options: CredentialOptions) {
    this.#options = options
  }

  /** Returns a message with the credentials of its operation. What the message has already stays as it is. */
  async addTo (message: HttpMessage, operation: Operation | undefined): Promise<HttpMessage> {
    const own = { ...message, headers: { ...this.#options.headers, ...message.headers } }
    const chosen = operation?.security.find(schemes => schemes.every(scheme => this.#has(scheme)))
    let complete = own
    for (const scheme of chosen ?? []) complete = await this.#add(scheme, complete)
    return complete
  }

  #has (scheme: SecurityScheme): boolean {
    if (clientCredentialsOf(scheme) !== undefined && this.#value(scheme, '_ID') !== undefined) return true
    return this.#value(scheme) !== undefined
  }

  /** Returns the value of a variable, and keeps it out of reports. */
  #value ({ name }: SecurityScheme, ending = ''): string | undefined {
    const variable = credentialVariable(name, ending)
    const value = this.#options.env[variable]
    if (value === undefined || value === '') return undefined
    // The id of a client is no secret.
    if (ending !== '_ID') this.#options.redactor.add(value, variable)
    return value
  }

  async #add (scheme: SecurityScheme, message: HttpMessage): Promise<HttpMessage> {
    const { definition } = scheme
    const value = this.#value(scheme) ?? await this.#accessToken(scheme)
    if (definition.type !== 'apiKey') return withHeader(message, 'authorization', this.#authorization(scheme, value))
    if (definition.in === 'header') return withHeader(message, definition.name.toLowerCase(), value)
    if (definition.in === 'query') return withQuery(message, definition.name, value)
    const cookies = [message.headers.cookie, `${definition.name}=${value}`].filter(cookie => cookie !== undefined)
    return { ...message, headers: { ...message.headers, cookie: cookies.join('; ') } }
  }

  #authorization ({ definition, name }: SecurityScheme, value: string): string {
    if (definition.type !== 'http' || /^bearer$/i.test(definition.scheme)) return `Bearer ${value}`
    if (!/^basic$/i.test(definition.scheme)) return value
    const encoded = Buffer.from(value).toString('base64')
    this.#options.redactor.add(encoded, credentialVariable(name))
    return `Basic ${encoded}`
  }

  /** Returns the access token of a scheme, which is fetched once. */
  async #accessToken (scheme: SecurityScheme): Promise<string> {
    if (this.#options.isDry) return MASK
    const known = await this.#tokens.get(scheme.name)
    if (known !== undefined && known.until > this.#options.timing.now()) return known.value
    const fetched = this.#fetchToken(scheme)
    this.#tokens.set(scheme.name, fetched)
    return (await fetched).value
  }

  /** Fetches an access token by the flow for clients (RFC 6749, section 4.4). */
  async #fetchToken (scheme: SecurityScheme): Promise<AccessToken> {
    const { redactor, timeoutMs, timing } = this.#options
    const url = this.#tokenUrl(clientCredentialsOf(scheme) ?? '')
    const id = this.#value(scheme, '_ID') ?? ''
    const secret = this.#value(scheme, '_SECRET')
    if (secret === undefined) throw new TargetFailed(`${credentialVariable(scheme.name, '_SECRET')} is not set`)
    const basic = Buffer.from(`${encodeURIComponent(id)}:${encodeURIComponent(secret)}`).toString('base64')
    redactor.add(basic, credentialVariable(scheme.name, '_SECRET'))
    const body = new URLSearchParams({ grant_type: 'client_credentials' })
    if (scheme.scopes.length > 0) body.set('scope', scheme.scopes.join(' '))
    const headers = { authorization: `Basic ${basic}`, 'content-type': 'application/x-www-form-urlencoded' }
    const response = await sendHttp({ method: 'POST', url, headers, body: body.toString() }, timeoutMs)
    const { access_token: value, expires_in: seconds } = parse(response.bytes)
    if (response.status !== 200 || typeof value !== 'string') {
      throw new TargetFailed(`${url.origin}${url.pathname} responds ${response.status} without an access token`)
    }
    redactor.add(value, 'The access token')
    const lifeMs = typeof seconds === 'number' ? seconds * 1_000 - MARGIN_MS : Infinity
    return { value, until: timing.now() + lifeMs }
  }

  #tokenUrl (written: string): URL {
    const { allowedHosts, target } = this.#options
    const url = URL.parse(written, target.href)
    if (url === null || !/^https?:$/.test(url.protocol)) throw new TargetFailed(`the tokenUrl "${written}" is no URL`)
    const isAllowed = url.host === target.host || [url.host, url.hostname].some(host => allowedHosts.includes(host))
    if (isAllowed) return url
    throw new TargetFailed(`the tokenUrl is at ${url.host}: allow it with --allow-host ${url.host}`)
  }
}

/** Returns the variable that has the credential of a scheme: `STANDIN_AUTH_API_KEY` for `api-key`. */
export function credentialVariable (scheme: string, ending = ''): string {
  const word = scheme.replace(/([a-z\d])([A-Z])/g, '$1_$2').replace(/[^A-Za-z\d]+/g, '_').toUpperCase()
  return `STANDIN_AUTH_${word}${ending}`
}

/** Returns the URL that gives access tokens to clients; `undefined` where the scheme has none. */
function clientCredentialsOf ({ definition }: SecurityScheme): string | undefined {
  return definition.type === 'oauth2' ? definition.flows.clientCredentials?.tokenUrl : undefined
}

function withHeader (message: HttpMessage, name: string, value: string): HttpMessage {
  return { ...message, headers: { [name]: value, ...message.headers } }
}

function withQuery (message: HttpMessage, name: string, value: string): HttpMessage {
  const url = new URL(message.url)
  if (!url.searchParams.has(name)) url.searchParams.append(name, value)
  return { ...message, url }
}

function parse (bytes: Buffer): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(bytes.toString())
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    return {}
  }
}
