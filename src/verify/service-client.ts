import { TargetFailed } from '../journeys/target.ts'
import type { JourneyRequest, JourneyResponse } from '../journeys/target.ts'
import type { Credentials } from './credentials.ts'
import { whyRefused } from './request-policy.ts'
import type { RequestPolicy } from './request-policy.ts'
import { sendHttp } from './send-http.ts'
import type { HttpMessage } from './send-http.ts'
import type { Timing } from './timing.ts'

/** How a service is reached, and what may be sent to it. */
export interface ServiceClientOptions {
  /** The URL below which its paths are, without a slash at the end. */
  readonly target: URL
  readonly policy: RequestPolicy
  readonly credentials: Credentials
  /** How many requests are sent in a second at most; `undefined` for any. */
  readonly rate: number | undefined
  /** How long a response may take, in milliseconds. */
  readonly timeoutMs: number
  /** The hosts beside that of the target to which requests may go: `files.example.com`. */
  readonly allowedHosts: readonly string[]
  readonly timing: Timing
}

export interface ServiceSendOptions {
  /** Whether the request goes without credentials. */
  readonly isAnonymous?: boolean
  /** How long the response may take, in real milliseconds. */
  readonly timeoutMs?: number | undefined
}

/** Sends the requests of all journeys to one service, within what is allowed. */
export class ServiceClient {
  readonly #options: ServiceClientOptions
  #sent = 0
  #nextAt = 0

  constructor (options: ServiceClientOptions) {
    this.#options = options
  }

  /** How many requests have been sent. */
  get sent (): number {
    return this.#sent
  }

  get timing (): Timing {
    return this.#options.timing
  }

  /** The service, as reports name it. */
  get name (): string {
    const { host, pathname, protocol } = this.#options.target
    return `${protocol}//${host}${pathname === '/' ? '' : pathname}`
  }

  /** Sends a request with the credentials of its operation. Rejects with `TargetFailed` for one that is not allowed. */
  async send (request: JourneyRequest, options: ServiceSendOptions = {}): Promise<JourneyResponse> {
    const { isAnonymous = false, timeoutMs = this.#options.timeoutMs } = options
    const message = await this.prepare(request, isAnonymous)
    await this.#takeTurn()
    return await sendHttp(message, timeoutMs)
  }

  /** Returns a request as it is sent. Rejects with `TargetFailed` for one that is not allowed. */
  async prepare (request: JourneyRequest, isAnonymous = false): Promise<HttpMessage> {
    const { credentials, policy } = this.#options
    const why = whyRefused(request, policy)
    if (why !== undefined) throw new TargetFailed(why)
    const url = this.#urlOf(request)
    const isOwn = url.origin === this.#options.target.origin
    if (!isOwn) this.#rejectForeign(url)
    const { body, headers, method } = request
    const message = { method, url, headers: { 'user-agent': 'standin-verify', ...headers }, body }
    // Another host gets no credentials: URLs of files carry their own.
    return isOwn && !isAnonymous ? await credentials.addTo(message, request.operation) : message
  }

  /** Returns the URL of a request: below that of the target, unless it names a whole one. */
  #urlOf ({ operation, url }: JourneyRequest): URL {
    const { target } = this.#options
    const base = target.pathname.replace(/\/+$/, '')
    const found = operation === undefined
      ? URL.parse(url, `${target.origin}${base}/`)
      // Where the target has a path, it takes the place of that of the document's server.
      : URL.parse(`${target.origin}${base === '' ? operation.basePath : base}${url}`)
    if (found === null || !/^https?:$/.test(found.protocol)) throw new TargetFailed(`"${url}" is no http(s) URL`)
    return found
  }

  #rejectForeign ({ host, hostname }: URL): void {
    if (this.#options.allowedHosts.some(allowed => allowed === host || allowed === hostname)) return
    throw new TargetFailed(`${host} is another host than the target: allow it with --allow-host ${host}`)
  }

  /** Counts a request, and waits until the rate allows it. */
  async #takeTurn (): Promise<void> {
    const { policy: { maxRequests }, rate, timing } = this.#options
    if (this.#sent >= maxRequests) throw new TargetFailed(`--max-requests allows no more than ${maxRequests} requests`)
    this.#sent++
    if (rate === undefined) return
    const now = timing.now()
    const at = Math.max(now, this.#nextAt)
    this.#nextAt = at + 1_000 / rate
    if (at > now) await timing.wait(at - now)
  }
}
