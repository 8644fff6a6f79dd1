import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'
import type { Test } from 'tap'

/** A request that a broker has received. */
export interface BrokerRequest {
  readonly method: string
  readonly url: string
  readonly authorization: string | undefined
  readonly body: unknown
}

export interface BrokerOptions {
  /** The links of its index, without the origin. */
  readonly links?: Readonly<Record<string, string>>
  readonly token?: string
  /** The response to what is published. */
  readonly answer?: { readonly status: number, readonly body: object }
}

/** Starts a broker of pacts that records what is published, and closes itself when the test ends. */
export async function startBroker (t: Test, { answer, links = {}, token }: BrokerOptions = {}) {
  const requests: BrokerRequest[] = []
  const server = createServer(async (request, response) => {
    const { headers: { authorization, host }, method = '', url = '' } = request
    const reply = (status: number, body: object): void => {
      response.writeHead(status, { 'content-type': 'application/hal+json' }).end(JSON.stringify(body))
    }
    if (token !== undefined && authorization !== `Bearer ${token}`) return reply(401, { errors: ['no token'] })
    if (method === 'GET') {
      const named = Object.entries(links).map(([name, href]) => [name, { href: `http://${host}${href}` }])
      return reply(200, { _links: Object.fromEntries(named) })
    }
    requests.push({ method, url, authorization, body: await json(request) })
    reply(answer?.status ?? 200, answer?.body ?? {})
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  t.teardown(() => server.close())
  return { requests, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}
