import { maskUrl } from '../journal/mask-url.ts'
import { pathOf } from '../journal/nearest-exchange.ts'
import type { Exchange } from '../worlds/exchange.ts'
import type { Findings } from './findings.ts'
import type { Hits } from './hits.ts'

/** The longest path that is shown, in characters. */
const MAX_PATH = 200

/** Finds a request that matches no operation. */
export function findUnmatched (exchange: Exchange, findings: Findings, hits: Hits): void {
  const path = maskUrl(pathOf(exchange), exchange.credentials)
  const line = `${exchange.method} ${path.length > MAX_PATH ? `${path.slice(0, MAX_PATH - 1)}…` : path}`
  hits.touch(findings.cellOf('unmatched', line, () => ({ message: `No operation matches ${line}` })))
}
