import type { IncomingMessage } from 'node:http'
import { request as requestHttps } from 'node:https'
import { createLookup, refusedAddress } from '../documents/refused-address.ts'
import { TargetFailed } from '../journeys/target.ts'
import type { JourneyResponse } from '../journeys/target.ts'
import { request as requestHttp } from '../messages/node-http.ts'
import { stopwatch } from '../worlds/clock.ts'

export interface HttpMessage {
  readonly method: string
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Buffer | undefined
}

/** The size of the largest response that is read, in bytes. */
const MAX_BYTES = 256 * 2 ** 20

const lookupAllowed = createLookup()

/**
 * Sends a request and reads the whole response. Follows no redirect, as that is a response like others. Rejects with
 * `TargetFailed` where none comes within so many real milliseconds, and for addresses that no request is sent to.
 */
export async function sendHttp (message: HttpMessage, timeoutMs: number): Promise<JourneyResponse> {
  const { url } = message
  const why = refusedAddress(url.hostname)
  if (why !== undefined) throw new TargetFailed(`${url.hostname} is ${why}`)
  const signal = AbortSignal.timeout(timeoutMs)
  const start = stopwatch()
  try {
    const response = await open(message, signal)
    const bytes = await readAll(response)
    const { statusCode: status = 0 } = response
    return { status, headers: headersOf(response), bytes, tookMs: stopwatch() - start, url: url.href }
  } catch (error) {
    if (error instanceof TargetFailed) throw error
    if (signal.aborted) throw new TargetFailed(`${url.origin} has not responded within ${timeoutMs} ms`)
    throw new TargetFailed(`${url.origin} cannot be reached: ${reasonOf(error)}`)
  }
}

function open ({ body, headers, method, url }: HttpMessage, signal: AbortSignal): Promise<IncomingMessage> {
  const request = url.protocol === 'https:' ? requestHttps : requestHttp
  return new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }
    const options = { method, headers: { ...headers, ...length }, lookup: lookupAllowed, signal, agent: false }
    const outgoing = request(url, options, resolve)
    outgoing.on('error', reject)
    outgoing.once('upgrade', (_response, socket) => socket.destroy())
    // A request may end without an error, and its promise must settle.
    outgoing.once('close', () => reject(new Error('the connection was closed without a response')))
    outgoing.end(body)
  })
}

async function readAll (response: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  // A stream of bytes has buffers.
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > MAX_BYTES) throw new TargetFailed(`a response is larger than ${MAX_BYTES / 2 ** 20} MiB`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks, size)
}

function headersOf ({ headersDistinct }: IncomingMessage): JourneyResponse['headers'] {
  const entries = Object.entries(headersDistinct).map(([name, values = []]) => {
    const [first = '', ...others] = values
    return [name, others.length === 0 ? first : values] as const
  })
  return Object.fromEntries(entries)
}

function reasonOf (error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return 'code' in error ? `${String(error.code)} ${error.message}`.trim() : error.message
}
