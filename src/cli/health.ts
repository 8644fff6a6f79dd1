import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIPv6 } from 'node:net'
import { json } from 'node:stream/consumers'
import { isObject } from '../documents/is-object.ts'
import { InvalidOption } from '../errors.ts'
import type { ServeCommand } from './serve-command.ts'

/** How long a server may take to respond, in milliseconds. */
const TIMEOUT_MS = 5_000

/** The address that a server listens on, and whether it speaks TLS. */
export type Listening = Pick<ServeCommand, 'host' | 'port'> & {
  readonly options: Pick<ServeCommand['options'], 'cert' | 'tls'>
}

/** The health of a server, in a line to print. */
export interface Health {
  readonly isUp: boolean
  readonly text: string
}

/**
 * Asks a server on this machine whether it is up. Who it is does not matter: its certificate may be for any name.
 * Rejects with `InvalidOption` for port 0, which stands for any free one.
 */
export async function askHealth (listening: Listening): Promise<Health> {
  if (listening.port === 0) {
    throw new InvalidOption('--port', 'be the one that the server listens on, as its banner says', '0')
  }
  const url = healthUrl(listening)
  try {
    const { body, status } = await get(url)
    const state = status === 200 && isObject(body) ? body.status : undefined
    if (state === 'ok') return { isUp: true, text: `${url} is up` }
    // A restart would not help: the process answers, and goes on by itself.
    if (state === 'degraded') return { isUp: true, text: `${url} is up, but degraded: ${whyOf(body)}` }
    return { isUp: false, text: `${url} responded with ${status}: it is no healthy server` }
  } catch (error) {
    return { isUp: false, text: `${url} did not respond: ${error instanceof Error ? error.message : error}` }
  }
}

function whyOf (body: unknown): string {
  return isObject(body) && typeof body.why === 'string' ? body.why : 'it does not say why'
}

/** Returns the URL of the health check: a server that listens on all addresses is reached on this machine. */
export function healthUrl ({ host, options: { cert, tls = cert !== undefined }, port }: Listening): string {
  const local = ANY_ADDRESS.get(host) ?? host
  return `${tls ? 'https' : 'http'}://${isIPv6(local) ? `[${local}]` : local}:${port}/__admin/health`
}

const ANY_ADDRESS: ReadonlyMap<string, string> = new Map([['0.0.0.0', '127.0.0.1'], ['::', '::1']])

function get (url: string): Promise<{ status: number | undefined, body: unknown }> {
  const request = url.startsWith('https:') ? requestHttps : requestHttp
  const options = { signal: AbortSignal.timeout(TIMEOUT_MS), rejectUnauthorized: false, agent: false }
  return new Promise((resolve, reject) => {
    request(url, options, response => {
      json(response).then(body => resolve({ status: response.statusCode, body }), reject)
    }).on('error', reject).end()
  })
}
