import { createRequire } from 'node:module'
import type { IncomingMessage } from 'node:http'
import { createLookup, refusedAddress } from './refused-address.ts'
import { FileRefused } from './shown-path.ts'

/** The size of the largest file that is fetched, in bytes, and how long one may take, redirects included. */
const MAX_BYTES = 16 * 2 ** 20
const TIMEOUT_MS = 10_000

const MAX_REDIRECTS = 5

const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there',
  ECONNRESET: 'the connection was closed',
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'its host cannot be looked up'
}

const allowedLookup = createLookup()

/**
 * Fetches a file by http or https. Follows redirects, but not to link-local addresses or metadata services. Rejects
 * with `FileRefused` for a file that is too large, takes too long or is not there.
 */
export async function fetchFile (url: string): Promise<Buffer> {
  const signal = AbortSignal.timeout(TIMEOUT_MS)
  try {
    let next = url
    for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
      const response = await open(next, signal)
      const { location } = response.headers
      const status = response.statusCode ?? 0
      if (status < 300 || status > 399 || location === undefined) return await readAll(response)
      response.destroy()
      next = URL.parse(location, next)?.href ?? location
    }
  } catch (error) {
    throw signal.aborted ? new FileRefused(`it takes longer than ${TIMEOUT_MS / 1000} s`) : describe(error)
  }
  throw new FileRefused(`it redirects more than ${MAX_REDIRECTS} times`)
}

function open (url: string, signal: AbortSignal): Promise<IncomingMessage> {
  const parsed = URL.parse(url)
  if (parsed === null || !/^https?:$/.test(parsed.protocol)) throw new FileRefused(`${url} is not an http(s) URL`)
  const why = refusedAddress(parsed.hostname)
  if (why !== undefined) throw new FileRefused(`${parsed.hostname} is ${why}`)
  // `require` returns `any`; most documents have no URLs, so the module is loaded here.
  const http = createRequire(import.meta.url)(`node:${parsed.protocol.slice(0, -1)}`) as typeof import('node:http')
  return new Promise((resolve, reject) => {
    const request = http.request(parsed, { agent: false, lookup: allowedLookup, signal }, resolve)
    request.on('error', reject)
    // A request may end without an error, and its promise must settle.
    request.on('close', () => reject(new FileRefused('the connection was closed')))
    request.on('upgrade', (_response, socket) => socket.destroy())
    request.end()
  })
}

async function readAll (response: IncomingMessage): Promise<Buffer> {
  const status = response.statusCode ?? 0
  if (status < 200 || status > 299) {
    response.destroy()
    throw new FileRefused(`the server responds with ${status}`)
  }
  const chunks: Buffer[] = []
  let size = 0
  // A stream of bytes has buffers.
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > MAX_BYTES) throw new FileRefused(`it is larger than ${MAX_BYTES / 2 ** 20} MiB`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks, size)
}

function describe (error: unknown): Error {
  if (error instanceof FileRefused) return error
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return new FileRefused(REASONS[code] ?? (error instanceof Error ? error.message : String(error)))
}
