import { randomBytes } from 'node:crypto'
import { rootCertificates } from 'node:tls'
import { Pool } from 'undici'
import type { Upstream } from '../apis/upstream.ts'
import type { Contract } from '../contract/contract.ts'
import { createLookup, refusedAddress } from '../documents/refused-address.ts'
import { InvalidOption } from '../errors.ts'
import { maxHeaderSize } from '../messages/node-http.ts'
import type { ProxyMode } from '../messages/proxy-mode.ts'
import { setTimer } from '../worlds/clock.ts'
import { passOn } from './pass-on.ts'
import { parseTarget } from './service-target.ts'

export interface ProxyOptions {
  /** The URLs of the services, by the names of their APIs; `*` is for all others. */
  readonly services: Readonly<Record<string, string>>
  /** Which requests are passed on where no settings say it. */
  readonly mode: ProxyMode
  /** Whether requests that violate their contract are refused. */
  readonly isEnforced: boolean
  /** Whether a response that breaks its contract is replaced, where that is known before its head is sent. */
  readonly replacesInvalid: boolean
  /** Certificates of authorities, as PEM, that are trusted beside those that Node does. */
  readonly ca: string | undefined
  /** Whether services with any certificate are trusted. */
  readonly isInsecure: boolean
  /** How long the head of a response may take to come, in milliseconds; 0 for any time. */
  readonly timeoutMs: number
  /** The most bytes of a response that are copied, to be checked and kept. */
  readonly copyLimit: number
}

/** The services that requests are passed on to. */
export interface Upstreams {
  /** By the names of their APIs. */
  readonly byApi: ReadonlyMap<string, Upstream>
  /** Ends the connections to them; responses on their way have a moment to come to their end. */
  closeSoon (): void
}

/** How long a connection to a service may take to come about, in milliseconds. */
const CONNECT_MS = 10_000

/** How long the body of a response may pause, in milliseconds. */
const PAUSE_MS = 300_000

/** How long a response may still take to come to its end when the server closes, in milliseconds. */
const CLOSING_MS = 2_000

/** Creates the services that requests to these APIs are passed on to. Throws `InvalidOption`. */
export function createUpstreams (contracts: readonly Contract[], options: ProxyOptions): Upstreams {
  const { copyLimit, isEnforced, mode, replacesInvalid, services } = options
  rejectUnknown(services, contracts)
  // A service that leads back here would send requests around for ever.
  const via = `standin-${randomBytes(6).toString('hex')}`
  const pools = new Map<string, Pool>()
  const poolOf = (origin: string): Pool => {
    const pool = pools.get(origin) ?? createPool(origin, options)
    pools.set(origin, pool)
    return pool
  }
  const byApi = new Map<string, Upstream>()
  for (const { isMounted, name } of contracts) {
    const url = services[name] ?? services['*']
    if (url === undefined) continue
    const target = parseTarget(url, isMounted)
    const service = { target, via, copyLimit, replacesInvalid, pool: poolOf(target.origin) }
    byApi.set(name, {
      mode,
      isEnforced,
      pass: ({ request }) => {
        if (request.message === undefined) throw new Error('a request that was read otherwise cannot be passed on')
        return passOn(service, request, request.message)
      }
    })
  }
  return {
    byApi,
    closeSoon: () => {
      for (const pool of pools.values()) {
        const cancel = setTimer(CLOSING_MS, () => { pool.destroy().catch(() => {}) })
        pool.close().then(cancel, cancel)
      }
    }
  }
}

function rejectUnknown (services: ProxyOptions['services'], contracts: readonly Contract[]): void {
  const known = contracts.map(({ name }) => name)
  const unknown = Object.keys(services).find(name => name !== '*' && !known.includes(name))
  if (unknown !== undefined) {
    const rule = `name an API that is served: ${known.join(', ')}`
    throw new InvalidOption('The option proxy', rule, JSON.stringify(unknown))
  }
  for (const url of Object.values(services)) {
    const { hostname } = new URL(url)
    const why = refusedAddress(hostname)
    if (why === undefined) continue
    throw new InvalidOption('The option proxy', 'lead to an address that requests are sent to', `${hostname}, ${why}`)
  }
}

function createPool (origin: string, { ca, isInsecure, timeoutMs }: ProxyOptions): Pool {
  return new Pool(origin, {
    allowH2: true,
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs === 0 ? 0 : Math.max(PAUSE_MS, timeoutMs),
    maxHeaderSize,
    connect: {
      timeout: CONNECT_MS,
      lookup: createLookup(),
      rejectUnauthorized: !isInsecure,
      ...ca !== undefined && { ca: [...rootCertificates, ca] }
    }
  })
}
