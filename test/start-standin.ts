import type { AddressInfo } from 'node:net'
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify'
import root from 'tap'
import type { Test } from 'tap'
import { createStandin } from '../src/server.ts'
import type { StandinOptions } from '../src/standin-options.ts'

/** When the worlds of tests begin. */
export const START = '2026-01-01T00:00:00Z'

/** A stand-in, seen from one of its worlds. */
export interface Standin {
  readonly app: FastifyInstance
  /** The name of the world. */
  readonly name: string
  /** Sends a request; JSON goes out where a body is given. An answer that breaks its contract fails the test. */
  send(
    method: string,
    url: string,
    body?: unknown,
    headers?: Record<string, string>
  ): Promise<LightMyRequestResponse>
  /** Calls the admin API. */
  admin(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>
  ): Promise<LightMyRequestResponse>
  /** Moves the clock of a world on: of this one where none is named. */
  advance(by: string, world?: string): Promise<LightMyRequestResponse>
  /** Changes what is set for this world. */
  settings(patch: object): Promise<void>
  /** Puts a resource into this world. */
  seed(type: string, id: string | number, resource: object): Promise<void>
  /** Puts a resource of this world into a status. */
  force(type: string, id: string | number, status: string): Promise<void>
  /** The same server, seen from another world, whose clock stands still too. */
  world(name: string): Promise<Standin>
}

/** Starts a stand-in whose clock stands still, and which closes itself when the test ends. */
export async function startStandin (
  t: Test,
  { startsAt = START, ...options }: StandinOptions = {},
  create: typeof createStandin = createStandin
): Promise<Standin> {
  // A world begins to run when it is first used: it is stopped a second later, at the very instant that is asked for.
  const app = await create({ startsAt: secondBefore(startsAt), ...options })
  t.teardown(() => app.close())
  await app.ready()
  return await seenFrom('default', { t, app, startsAt })
}

let shared: Promise<FastifyInstance> | undefined
let worlds = 0

/**
 * Returns a new world of one server, which is started for the first test of a file and closed after the last.
 * It serves the APIs that ship; its other options are the defaults.
 */
export async function freshWorld (t: Test): Promise<Standin> {
  shared ??= startShared()
  return await seenFrom(`test-${++worlds}`, { t, app: await shared, startsAt: START })
}

async function startShared (): Promise<FastifyInstance> {
  const app = await createStandin({ startsAt: secondBefore(START) })
  root.teardown(() => app.close())
  await app.ready()
  return app
}

/** Has the server of a stand-in listen, if it does not yet. Returns the URL of the stand-in's world. */
export async function listen ({ app, name }: Standin): Promise<string> {
  if (!app.server.listening) await app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = app.server.address() as AddressInfo  // it listens on a port
  return `http://127.0.0.1:${port}/~${name}`
}

/** Stops the clock of a world at its start. */
export async function freeze ({ world }: Standin, name: string): Promise<void> {
  await world(name)
}

interface Started {
  readonly t: Test
  readonly app: FastifyInstance
  readonly startsAt: string
}

async function seenFrom (name: string, started: Started): Promise<Standin> {
  const { app, startsAt } = started
  const own: Record<string, string> = name === 'default' ? {} : { 'x-standin-world': name }
  const standin: Standin = {
    app,
    name,
    send: (method, url, body, headers = {}) =>
      inject(
        { method: method as 'POST', url, ...asMessage(body, { ...own, ...headers }) },
        started
      ),
    admin: (method, path, body, headers = {}) =>
      standin.send(method, `/__admin${path}`, body, headers),
    advance: (by, world) =>
      standin.admin(
        'POST',
        '/clock/advance',
        { by },
        world === undefined ? {} : { 'x-standin-world': world }
      ),
    settings: patch => change('PATCH', '/settings', patch),
    seed: (type, id, resource) => change('PUT', `/resources/${type}/${id}`, resource),
    force: (type, id, status) => change('PUT', `/resources/${type}/${id}/status`, { status }),
    world: name => seenFrom(name, started)
  }
  const change = async (method: string, path: string, body: object): Promise<void> => {
    const { statusCode, body: answer } = await standin.admin(method, path, body)
    if (statusCode >= 300) throw new Error(`${method} ${path} was answered with ${statusCode}: ${answer}`)
  }
  await change('PUT', '/clock', { mode: 'frozen', now: startsAt })
  return standin
}

async function inject (request: InjectOptions, { app, t }: Started): Promise<LightMyRequestResponse> {
  const response = await app.inject(request)
  const violation = response.headers['x-standin-violation']
  if (violation !== undefined && !isUndocumented(response)) {
    t.fail(`an answer broke its contract: ${String(violation)}`, { request, body: response.body })
  }
  return response
}

/** Tells whether a response is problem details for an error that its operation does not document. */
function isUndocumented ({ body, headers }: LightMyRequestResponse): boolean {
  if (!String(headers['content-type']).startsWith('application/problem+json')) return false
  const mark = /^(?:status must be one that|header \/content-type must be)/
  if (!mark.test(String(headers['x-standin-violation']))) return false
  return body === '' || body.includes('"code":"STANDIN_')
}

function asMessage (body: unknown, headers: Record<string, string>): Pick<InjectOptions, 'payload' | 'headers'> {
  if (body === undefined) return { headers }
  if (typeof body === 'string' || Buffer.isBuffer(body)) return { payload: body, headers }
  return { payload: JSON.stringify(body), headers: { 'content-type': 'application/json', ...headers } }
}

function secondBefore (instant: string): string {
  return new Date(Date.parse(instant) - 1_000).toISOString()
}
