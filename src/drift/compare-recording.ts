import type { Contract } from '../contract/contract.ts'
import { isObject } from '../documents/is-object.ts'
import type { OperationFinder } from '../har/operation-finder.ts'
import type { RecordedExchange } from '../har/recorded-exchange.ts'
import { Drift } from './drift.ts'
import { createDriftReport } from './create-drift-report.ts'
import type { DriftReport } from './drift-report.ts'
import { toSeenExchange } from './to-seen-exchange.ts'

/** A recording that was compared with contracts. */
export interface Comparison {
  readonly drift: Drift
  readonly report: DriftReport
}

/** Compares recorded exchanges with contracts. Those with hosts that are not of the service are counted only. */
export function compareRecording (
  exchanges: readonly RecordedExchange[],
  contracts: readonly Contract[]
): Comparison {
  const drift = new Drift(contracts)
  const origins = originsOf(exchanges, contracts, drift.finder)
  const elsewhere = new Map<string, number>()
  for (const exchange of exchanges) {
    const { host, origin } = new URL(exchange.request.url)
    if (origins.has(origin)) drift.count(toSeenExchange(exchange, drift.finder))
    else elsewhere.set(host, (elsewhere.get(host) ?? 0) + 1)
  }
  return { drift, report: createDriftReport(drift, Object.fromEntries(elsewhere)) }
}

/**
 * Returns the origins of the service: those that the contracts name as servers, or where none of these was recorded,
 * those at which a request is one of an operation.
 */
function originsOf (
  exchanges: readonly RecordedExchange[],
  contracts: readonly Contract[],
  finder: OperationFinder
): ReadonlySet<string> {
  const servers = new Set(contracts.flatMap(({ document }) => serverOrigins(document)))
  const named = new Set<string>()
  const matching = new Set<string>()
  for (const { request: { method, url } } of exchanges) {
    const { origin, pathname } = new URL(url)
    if (servers.has(origin)) named.add(origin)
    if (!matching.has(origin) && finder.find(method, pathname) !== undefined) matching.add(origin)
  }
  return named.size > 0 ? named : matching
}

function serverOrigins ({ servers }: { readonly servers?: unknown }): string[] {
  const list: unknown[] = Array.isArray(servers) ? servers : []
  const urls = list.map(server => isObject(server) ? URL.parse(String(server.url)) : null)
  return urls.filter(url => url !== null).map(({ origin }) => origin)
}
