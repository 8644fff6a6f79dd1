import { nearest } from '../documents/nearest.ts'
import type { Exchange } from '../worlds/exchange.ts'

/** How the headers of requests that mean something to the stand-in begin. */
const PREFIX = 'x-standin-'

/** The words that follow in the headers that requests or responses have. */
const KNOWN = ['world', 'test', 'violation']

/** Lists the headers of a request that look like those of the stand-in but are none, each with a sentence. */
export function listUnknownHeaders ({ requestHeaders }: Pick<Exchange, 'requestHeaders'>): string[] {
  const unknown: string[] = []
  for (const name in requestHeaders) {
    if (!name.startsWith(PREFIX)) continue
    const rest = name.slice(PREFIX.length)
    if (KNOWN.includes(rest)) continue
    const near = nearest(rest, KNOWN)
    unknown.push(`unknown header ${name}${near === undefined ? '' : `, did you mean ${PREFIX}${near}?`}`)
  }
  return unknown
}
