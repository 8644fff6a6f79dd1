import { once } from 'node:events'
import { createServer } from 'node:http'
import type { IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import type { Test } from 'tap'

export interface Received {
  readonly method: string
  readonly path: string
  readonly contentType: string | undefined
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

export interface Receiver {
  readonly url: string
  /** The received requests, in order. */
  readonly received: Received[]
  /** Resolves when the first request has been received. */
  readonly arrival: Promise<void>
}

/** A response of a receiver: a status, or one with headers. */
export type ReceiverResponse = number | { readonly status: number, readonly headers: Readonly<Record<string, string>> }

/** Starts a server for callbacks, which gives the responses in order, and then 204. */
export async function startReceiver (t: Test, ...responses: ReceiverResponse[]): Promise<Receiver> {
  const received: Received[] = []
  const { promise: arrival, resolve: arrived } = Promise.withResolvers<void>()
  const server = createServer(async (request, response) => {
    const { method = '', url: path = '', headers } = request
    received.push({ method, path, contentType: headers['content-type'], headers, body: await text(request) })
    const next = responses.shift() ?? 204
    const { headers: own = {}, status } = typeof next === 'number' ? { status: next } : next
    response.writeHead(status, own).end()
    arrived()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.teardown(() => server.close())
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    arrival
  }  // it listens on a port
}
