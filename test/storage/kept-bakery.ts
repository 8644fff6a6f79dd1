import { once } from 'node:events'
import { createServer } from 'node:http'
import type { ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'
import type { Test } from 'tap'
import { createStandin } from '../../src/index.ts'
import type { StandinOptions } from '../../src/index.ts'
import { BAKERY } from '../dumps/bakery.ts'

export const START = '2026-01-01T00:00:00Z'

/** Writes the documents of the bakery into a folder of their own, where its worlds are kept too. */
export function bakeryFolder (t: Test): string {
  return t.testdir({ 'bakery.yaml': BAKERY })
}

/** Starts a server that keeps its worlds in the folder; `stop` ends it as a deploy would. */
export async function startKept (folder: string, options: StandinOptions = {}) {
  const openapi = [`${folder}/bakery.yaml`]
  const app = await createStandin({ openapi, data: `${folder}/data`, startsAt: START, ...options })
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  return { url, app, stop: () => app.close() }
}

export interface Sent {
  readonly status: number
  // Tests name the members that they expect.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly body: any
}

export async function send (
  url: string, method: string, body?: object, headers: Record<string, string> = {}
): Promise<Sent> {
  const json = body === undefined ? headers : { 'content-type': 'application/json', ...headers }
  const response = await fetch(url, { method, headers: json, body: body && JSON.stringify(body) })
  const text = await response.text()
  return { status: response.status, body: text === '' ? undefined : JSON.parse(text) }
}

export interface Order {
  /** The key by which the answer is remembered. */
  readonly key?: string
  /** The URL of its callbacks. */
  readonly tell?: string
}

/** Orders bread; each kind has a baker of its own. */
export async function bake (url: string, kind: string, { key, tell }: Order = {}): Promise<Sent> {
  const headers = { 'x-baker': kind, ...key !== undefined && { 'idempotency-key': key } }
  return await send(`${url}/breads`, 'POST', { kind, tell }, headers)
}

export interface Received {
  readonly body: unknown
  /** Whether it says that it may have been received before. */
  readonly isRepeated: boolean
  readonly response: ServerResponse
}

/** Starts a receiver of callbacks, which leaves each response to the test. */
export async function startReceiver (t: Test) {
  const received: Received[] = []
  const waiting: Array<(one: Received) => void> = []
  const server = createServer(async (request, response) => {
    const isRepeated = request.headers['x-standin-repeated'] !== undefined
    const one = { body: await json(request), isRepeated, response }
    const taker = waiting.shift()
    if (taker === undefined) received.push(one)
    else taker(one)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.teardown(() => {
    server.close()
    server.closeAllConnections()
  })
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/`,
    /** Resolves with the next callback. */
    next: (): Promise<Received> => new Promise(resolve => {
      const one = received.shift()
      if (one === undefined) waiting.push(resolve)
      else resolve(one)
    })
  }
}
