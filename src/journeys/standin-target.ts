import { isObject } from '../documents/is-object.ts'
import type { createApp } from '../server.ts'
import { pause, stopwatch } from '../worlds/clock.ts'
import { formatDuration } from '../worlds/duration.ts'
import type { World } from '../worlds/world.ts'
import type { CallbackReceiver } from './callback-receiver.ts'
import { TargetFailed } from './target.ts'
import type { JourneyRequest, JourneyResponse, ReceivedCallback, SendOptions, Target, WorldSetup } from './target.ts'

type App = Awaited<ReturnType<typeof createApp>>

export interface StandinTargetOptions {
  readonly app: App
  readonly receiver: CallbackReceiver
  readonly world: World
  readonly adminToken: string | undefined
}

/** How long a response may take, where the step does not say: by the real time, and by the clock. */
const TIMEOUT_MS = 60_000

/** How long a response may take before the clock is advanced for it, in real milliseconds. */
const PATIENCE_MS = 40

type Advance = { readonly by: string } | { readonly to: 'next' }

/** A world of a stand-in whose clock stands still, unless a journey waits: no wait takes real time. */
export class StandinTarget implements Target {
  readonly name = 'the stand-in'
  readonly callbackUrl: string
  /** The name of its world. */
  readonly worldName: string
  readonly #app: App
  readonly #world: World
  readonly #receiver: CallbackReceiver
  readonly #headers: Readonly<Record<string, string>>

  constructor ({ adminToken, app, receiver, world }: StandinTargetOptions) {
    this.#app = app
    this.#receiver = receiver
    this.#world = world
    this.worldName = world.name
    this.callbackUrl = receiver.urlOf(world.name)
    this.#headers = {
      'x-standin-world': world.name,
      ...adminToken !== undefined && { authorization: `Bearer ${adminToken}` }
    }
  }

  /** Sets the world up. Rejects with `TargetFailed`. */
  async setUp ({ resources, scenario = [], settings, startsAt }: WorldSetup): Promise<void> {
    for (const name of [scenario].flat()) {
      await this.admin('POST', `/scenarios/${encodeURIComponent(name)}/start`, { add: true })
    }
    if (startsAt !== undefined) await this.admin('PUT', '/clock', { mode: 'frozen', now: startsAt })
    if (settings !== undefined || resources !== undefined) {
      const own = { description: 'The start of a journey', settings, resources }
      await this.admin('PUT', '/scenarios/journey', own)
      await this.admin('POST', '/scenarios/journey/start', { add: true })
    }
    await this.admin('PUT', '/clock', { mode: 'frozen' })
  }

  now (): number {
    return this.#world.clock.now()
  }

  /** Sends a request. While its response waits for the clock, as for the end of a job, the clock is advanced. */
  async send (request: JourneyRequest, { timeoutMs = TIMEOUT_MS }: SendOptions = {}): Promise<JourneyResponse> {
    const { body, headers, method, operation, url } = request
    const path = operation === undefined ? localPath(url) : `${operation.basePath}${url}`
    const start = stopwatch()
    const sent = this.#app.inject({
      method: method as 'POST',  // inject takes any, and is typed for those that it knows
      url: path,
      headers: { ...headers, 'x-standin-world': this.#world.name },
      ...body !== undefined && { payload: body }
    })
    const response = await this.#inTime(sent, timeoutMs)
    return {
      status: response.statusCode,
      headers: toHeaders(response.headers),
      bytes: response.rawPayload,
      tookMs: stopwatch() - start,
      url: path
    }
  }

  async wait (ms: number): Promise<void> {
    await this.#advance({ by: formatDuration(Math.ceil(ms)) })
  }

  async nextCallback (withinMs: number): Promise<ReceivedCallback | undefined> {
    const end = this.now() + withinMs
    await this.#advance({ by: 'PT0S' })
    for (;;) {
      const callback = this.#receiver.take(this.#world.name)
      if (callback !== undefined) return callback
      const before = this.now()
      await this.#advance({ to: 'next' })
      const late = this.now() > end ? undefined : this.#receiver.take(this.#world.name)
      if (late !== undefined) return late
      if (this.now() === before || this.now() > end) return undefined
    }
  }

  async close (): Promise<void> {
    await this.#app.inject({ method: 'DELETE', url: `/__admin/worlds/${this.#world.name}`, headers: this.#headers })
  }

  async #advance (body: Advance): Promise<void> {
    await this.admin('POST', '/clock/advance', body)
  }

  async #inTime<Response> (response: Promise<Response>, timeoutMs: number): Promise<Response> {
    const { schedule } = this.#world
    const [start, latest, before] = [stopwatch(), this.now() + timeoutMs, schedule.size]
    for (;;) {
      const first = await Promise.race([response.then(value => ({ value })), pause(PATIENCE_MS)])
      if (first !== undefined) return first.value
      if (this.now() > latest || stopwatch() - start > timeoutMs) {
        throw new TargetFailed(`no response came within ${formatDuration(timeoutMs)}`)
      }
      // A request that waits for the clock has a task; one that only takes its time has none.
      if (schedule.size > before) await this.#advance({ to: 'next' })
    }
  }

  /** Sends a request to the admin API. Returns its response. Rejects with `TargetFailed` where it refuses. */
  async admin (
    method: 'GET' | 'POST' | 'PUT',
    path: string,
    payload?: object
  ): Promise<Readonly<Record<string, unknown>>> {
    const response = await this.#app.inject({
      method,
      url: `/__admin${path}`,
      headers: this.#headers,
      ...payload !== undefined && { payload }
    })
    const body: unknown = response.body === '' ? {} : response.json()
    if (!isObject(body)) return {}
    if (response.statusCode >= 400) throw new TargetFailed(`the world cannot be set up: ${String(body.detail)}`)
    return body
  }
}

/** Returns the path of a URL that the stand-in gave out, which serves requests without a port. */
function localPath (url: string): string {
  const path = url.replace(/^https?:\/\/localhost(?::80)?(?=\/|$)/i, '')
  if (/^https?:/i.test(path)) throw new TargetFailed(`${url} is no URL of the stand-in`)
  return path.startsWith('/') ? path : `/${path}`
}

function toHeaders (headers: Readonly<Record<string, unknown>>): JourneyResponse['headers'] {
  const entries = Object.entries(headers).filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries.map(([name, value]) => [name, Array.isArray(value) ? value : String(value)]))
}
