import type { Contract } from '../contract/contract.ts'
import type { Exchange } from '../worlds/exchange.ts'
import type { ExchangeFacts, ObservedWorld, Observer } from '../worlds/observers.ts'
import type { DriftReport } from './drift-report.ts'
import type { ProxiedDrift } from './proxied-drift.ts'

/** How many exchanges wait to be compared at most; each more is compared at once. */
const MAX_WAITING = 100

/**
 * Compares the exchanges that were passed on to a service with the contracts, as they pass, in all worlds. The code
 * that compares is loaded with the first of them.
 */
export class DriftCount implements Observer {
  #contracts: readonly Contract[] = []
  #loading: Promise<ProxiedDrift> | undefined
  #drift: ProxiedDrift | undefined
  #waiting: Array<readonly [exchange: Exchange, body: unknown]> = []

  /** Compares with these contracts from now on. What was compared with others before is forgotten. */
  use (contracts: readonly Contract[]): void {
    this.#contracts = contracts
    this.reset()
  }

  /** Forgets what was compared. */
  reset (): void {
    this.#drift = undefined
    this.#loading = undefined
    this.#waiting = []
  }

  exchanged (exchange: Exchange, _world: ObservedWorld, { requestBody }: ExchangeFacts): void {
    if (exchange.source !== 'proxy') return
    this.#waiting.push([exchange, requestBody])
    if (this.#drift === undefined) this.#load().catch(() => {})
    else if (this.#waiting.length >= MAX_WAITING) this.#compareWaiting(this.#drift)
    else if (this.#waiting.length === 1) setImmediate(() => { this.#compareSoon() })
  }

  /** Returns the report of what was compared so far. */
  async report (): Promise<DriftReport> {
    const drift = await this.#load()
    this.#compareWaiting(drift)
    return drift.report()
  }

  async #load (): Promise<ProxiedDrift> {
    this.#loading ??= this.#create(this.#contracts)
    return await this.#loading
  }

  async #create (contracts: readonly Contract[]): Promise<ProxiedDrift> {
    const { ProxiedDrift } = await import('./proxied-drift.ts')
    const drift = new ProxiedDrift(contracts)
    // It may have been reset meanwhile.
    if (contracts === this.#contracts && this.#drift === undefined) {
      this.#drift = drift
      this.#compareWaiting(drift)
    }
    return drift
  }

  #compareSoon (): void {
    if (this.#drift !== undefined) this.#compareWaiting(this.#drift)
  }

  #compareWaiting (drift: ProxiedDrift): void {
    const waiting = this.#waiting
    this.#waiting = []
    for (const [exchange, body] of waiting) drift.count(exchange, body)
  }
}
