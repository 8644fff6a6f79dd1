import { createServer } from 'node:http'
import type { IncomingMessage } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { decodeComponent } from '../documents/decode-component.ts'
import { setTimer } from '../worlds/clock.ts'
import type { ReceivedCallback } from './target.ts'

/** A server for the callbacks that targets send. Each journey has a path of its own. */
export interface CallbackReceiver {
  /** Returns the URL of a journey. */
  urlOf (journey: string): string
  /** Returns the next callback of a journey, once; `undefined` where none has come. */
  take (journey: string): ReceivedCallback | undefined
  /** Resolves when the journey has a callback, or after so many real milliseconds. */
  wait (journey: string, ms: number): Promise<void>
  close (): Promise<void>
}

export interface ReceiverOptions {
  /** @default '127.0.0.1' */
  readonly host?: string
  /** @default a free one */
  readonly port?: number
  /**
   * The URL by which targets reach it, such as that of a tunnel.
   * @default that of host and port
   */
  readonly url?: string
  /** The time at which a callback comes, in milliseconds since 1970. */
  readonly now: (journey: string) => number
}

/** The largest body of a callback, in bytes; the rest of a larger one is not read. */
const MAX_BODY = 2 ** 20

/** Starts a receiver of callbacks. It answers each with 204. */
export async function startCallbackReceiver (options: ReceiverOptions): Promise<CallbackReceiver> {
  const { host = '127.0.0.1', now, port = 0 } = options
  const received = new Map<string, ReceivedCallback[]>()
  const listeners = new Set<(journey: string) => void>()
  const server = createServer((request, response) => {
    const journey = journeyOf(request)
    readBody(request).then(bytes => {
      const callback = toCallback(request, bytes, now(journey))
      received.set(journey, [...received.get(journey) ?? [], callback])
      response.writeHead(204).end()
      for (const listener of listeners) listener(journey)
    }, () => response.writeHead(413, { connection: 'close' }).end())
  })
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve))
  const address = server.address()
  const ownPort = typeof address === 'object' && address !== null ? address.port : port
  const url = (options.url ?? `http://${host.includes(':') ? `[${host}]` : host}:${ownPort}`).replace(/\/+$/, '')
  return {
    urlOf: journey => `${url}/${encodeURIComponent(journey)}`,
    take: journey => received.get(journey)?.shift(),
    wait: (journey, ms) => new Promise(resolve => {
      const cancel = setTimer(ms, () => finish(), { keepsAlive: true })
      const finish = (): void => {
        cancel()
        listeners.delete(listener)
        resolve()
      }
      const listener = (name: string): void => {
        if (name === journey) finish()
      }
      listeners.add(listener)
      if ((received.get(journey)?.length ?? 0) > 0) finish()
    }),
    close: () => new Promise(resolve => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  }
}

/** Returns the last segment of a path: a tunnel may add others before it. */
function journeyOf ({ url = '/' }: IncomingMessage): string {
  const segment = url.replace(/[?#].*$/, '').replace(/\/+$/, '').split('/').at(-1) ?? ''
  return decodeComponent(segment)
}

async function readBody (request: IncomingMessage): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > MAX_BODY) throw new RangeError('the body is too large')
  const bytes = await buffer(request)
  if (bytes.length > MAX_BODY) throw new RangeError('the body is too large')
  return bytes
}

function toCallback (
  { headers, method = 'POST', url = '/' }: IncomingMessage,
  bytes: Buffer,
  at: number
): ReceivedCallback {
  const texts = Object.entries(headers).map(([name, value]) => [name, [value].flat().join(', ')] as const)
  return { method, url, headers: Object.fromEntries(texts), bytes, at }
}
