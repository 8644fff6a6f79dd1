import { request as requestHttp } from 'node:http'
import type { Agent } from 'node:http'
import { request as requestHttps } from 'node:https'
import { text } from 'node:stream/consumers'
import { HOP_HEADER } from './hop.ts'

/** A request that one replica sends to another for itself. */
export interface Question {
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  /** The value of the header that marks it. */
  readonly hop: string
}

/** How long a replica may take to respond, in milliseconds. */
const TIMEOUT_MS = 5_000

/** Asks another replica something. Returns the body of its response; `undefined` where it does not respond with 2xx. */
export async function askReplica (
  url: URL,
  agent: Agent,
  { headers, hop, method, path }: Question
): Promise<string | undefined> {
  const send = url.protocol === 'https:' ? requestHttps : requestHttp
  const signal = AbortSignal.timeout(TIMEOUT_MS)
  return await new Promise(resolve => {
    const hopped = { ...headers, [HOP_HEADER]: hop }
    send(new URL(path, url), { agent, method, headers: hopped, signal }, incoming => {
      const isGood = incoming.statusCode !== undefined && incoming.statusCode < 300
      text(incoming).then(body => resolve(isGood ? body : undefined), () => resolve(undefined))
    }).on('error', () => resolve(undefined)).end()
  })
}
