import { once } from 'node:events'
import { createServer } from 'node:http'
import type { IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import type { Test } from 'tap'

/** A request as a service sees it. */
export interface Call {
  readonly method: string
  readonly url: URL
  readonly headers: IncomingMessage['headers']
  readonly text: string
}

/** A response of a service; a body that is no text is written as JSON. */
export interface Reply {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: unknown
}

/** A service that runs, with the calls that it received. */
export interface Service {
  readonly url: string
  readonly calls: Call[]
}

/** Where a service takes its time from. */
export interface ServiceTime {
  now (): number
  schedule (milliseconds: number, run: () => Promise<void> | void): void
}

/** The time of this machine. */
export const REAL_TIME: ServiceTime = {
  now: () => Date.now(),
  schedule: (milliseconds, run) => { setTimeout(run, milliseconds).unref() }
}

/** Starts a service on a free port, which closes itself when the test ends. */
export async function startService (t: Test, answer: (call: Call, base: string) => Reply): Promise<Service> {
  const calls: Call[] = []
  let base = ''
  const server = createServer(async (request, response) => {
    const { headers, method = '', url = '' } = request
    const call = { method, url: new URL(url, base), headers, text: await text(request) }
    calls.push(call)
    const { body, headers: own = {}, status } = answer(call, base)
    const written = body === undefined || typeof body === 'string' ? body : JSON.stringify(body)
    const type = body === undefined ? {} : { 'content-type': 'application/json' }
    response.writeHead(status, { ...type, ...own }).end(written)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.teardown(() => {
    server.closeAllConnections()
    server.close()
  })
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`  // it listens on a port
  return { url: base, calls }
}
