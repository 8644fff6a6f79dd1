import { createServer, request } from 'node:http'
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { connect } from 'node:net'
import { join } from 'node:path'
import type { Test } from 'tap'
import { listen, startStandin } from '../start-standin.ts'
import type { Standin } from '../start-standin.ts'
import type { StandinOptions } from '../../src/standin-options.ts'

const PET = {
  type: 'object',
  required: ['name'],
  properties: { id: { type: 'integer' }, name: { type: 'string' } }
}
const json = (schema: object): object => ({ 'application/json': { schema } })

/** An API of pets with a base path, a file, and a job that is simulated. */
export const PETS = {
  openapi: '3.1.0',
  info: { title: 'Pets', version: '1' },
  servers: [{ url: 'https://pets.example/v2' }],
  'x-standin': {
    resources: {
      Job: {
        id: { member: 'id', format: 'uuid' },
        status: { member: 'status', running: ['running'] },
        lifecycles: { usual: [{ running: 'PT5S' }, 'done'] }
      }
    }
  },
  paths: {
    '/pets': {
      get: {
        operationId: 'listPets',
        parameters: [{ name: 'limit', in: 'query', schema: { type: 'integer' } }],
        responses: { 200: { description: 'All.', content: json({ type: 'array', items: PET }) } }
      },
      post: {
        operationId: 'addPet',
        requestBody: { required: true, content: json(PET) },
        responses: { 201: { description: 'Added.', content: json(PET) }, 400: { description: 'Not added.' } }
      }
    },
    '/files/{name}': {
      parameters: [{ name: 'name', in: 'path', required: true, schema: { type: 'string' } }],
      get: {
        operationId: 'readFile',
        responses: {
          '2XX': { description: 'Bytes.', content: { 'application/octet-stream': {} } },
          304: { description: 'The same.' }
        }
      },
      put: {
        operationId: 'writeFile',
        requestBody: { content: { 'application/octet-stream': {} } },
        responses: { 200: { description: 'Written.', content: json({}) } }
      }
    },
    '/moved': { get: { operationId: 'moved', responses: { 302: { description: 'Elsewhere.' } } } },
    '/jobs': {
      post: {
        operationId: 'startJob',
        'x-standin': { create: { type: 'Job' }, reply: { status: 201, body: '$resource' } },
        responses: { 201: { description: 'Started.', content: json({ type: 'object' }) } }
      }
    }
  }
}

/** A service that listens, with the requests that came to it. */
export interface Service {
  readonly url: string
  readonly received: IncomingMessage[]
}

/** Starts a service over HTTP, which ends with the test. */
export async function startService (t: Test, respond: RequestListener): Promise<Service> {
  return await serve(t, createServer(), respond)
}

/** Has a server respond until the end of a test. */
export async function serve (t: Test, server: Server, respond: RequestListener, scheme = 'http'): Promise<Service> {
  const received: IncomingMessage[] = []
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    received.push(request)
    respond(request, response)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  t.teardown(() => new Promise(resolve => {
    server.closeAllConnections?.()
    server.close(() => resolve(undefined))
  }))
  const { port } = server.address() as AddressInfo
  return { url: `${scheme}://127.0.0.1:${port}`, received }
}

export interface Proxy extends Standin {
  /** Where it listens. */
  readonly url: string
}

/** Starts a stand-in that listens, and passes the requests to an API of pets on to a service. */
export async function startProxy (
  t: Test,
  proxy: string,
  { document = PETS, ...options }: StandinOptions & { readonly document?: object } = {}
): Promise<Proxy> {
  const folder = t.testdir({ 'pets.json': JSON.stringify(document) })
  const standin = await startStandin(t, { openapi: [join(folder, 'pets.json')], proxy, ...options })
  const url = await listen(standin)
  return { ...standin, url: url.replace('/~default', '') }
}

export interface Received {
  readonly status: number
  readonly reason: string
  readonly headers: IncomingMessage['headers']
  readonly trailers: IncomingMessage['trailers']
  readonly body: Buffer
  /** Whether all of it came. */
  readonly isWhole: boolean
}

export interface Sent {
  readonly method?: string
  /** The path in the place of that of the URL, which is sent as it is. */
  readonly path?: string
  readonly headers?: Record<string, string | string[]>
  readonly body?: string | Buffer
}

/** Sends a request, follows no redirect and decodes nothing. */
export async function exchange (url: string, { body, headers = {}, ...sending }: Sent = {}): Promise<Received> {
  return await new Promise((resolve, reject) => {
    const sent = request(url, { ...sending, headers, agent: false }, response => {
      const chunks: Buffer[] = []
      const finish = (): void => resolve({
        status: response.statusCode ?? 0,
        reason: response.statusMessage ?? '',
        headers: response.headers,
        trailers: response.trailers,
        body: Buffer.concat(chunks),
        isWhole: response.complete
      })
      response.on('data', chunk => chunks.push(chunk)).on('close', finish).on('error', () => {})
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

/** Sends bytes over a connection of its own, and returns all that comes until it is closed. */
export async function sendRaw (url: string, bytes: string): Promise<string> {
  const { hostname, port } = new URL(url)
  return await new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.end(bytes))
    let text = ''
    socket.setEncoding('latin1').on('data', part => { text += part })
    socket.on('close', () => resolve(text)).on('error', reject)
  })
}

/** Returns the exchanges in the journal of a stand-in's world. */
export async function journalOf ({ admin }: Standin) {
  return (await admin('GET', '/requests')).json().requests
}
