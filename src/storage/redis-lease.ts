import { randomUUID } from 'node:crypto'
import { setTimer, stopwatch, systemTime } from '../worlds/clock.ts'
import type { RedisConnection } from './redis-connection.ts'
import { REPLICAS_KEY, SECRET_KEY, leaseKey } from './redis-keys.ts'
import { END_LEASE, RENEW } from './redis-scripts.ts'

/** How often a lease is renewed within its time. */
const RENEWALS = 3

/**
 * The lease of this process: while it lasts, no other process takes a world that this one holds. Where it has expired,
 * the process takes another one, under another id; each world that it held under the old one may have gone.
 */
export class RedisLease {
  readonly #connection: RedisConnection
  readonly #ttlMs: number
  #id = randomUUID()
  #isTaken = false
  #url = ''
  #secret = ''
  #takesWorlds = true
  /** Until when nobody else can have seen the lease expire, by the stopwatch. */
  #until = 0
  /** The same by the clock of the system, which goes on while a machine sleeps. */
  #untilTime = 0
  #renewing: Promise<void> | undefined
  #endRenewals = () => {}
  #hasEnded = false

  constructor (connection: RedisConnection, ttlMs: number) {
    this.#connection = connection
    this.#ttlMs = ttlMs
  }

  get id (): string {
    return this.#id
  }

  /** The secret that all processes on this storage share. */
  get secret (): string {
    return this.#secret
  }

  /** The URL at which this process answers; empty while it does not listen. */
  get url (): string {
    return this.#url
  }

  get takesWorlds (): boolean {
    return this.#takesWorlds
  }

  /** Returns whether the lease lasts for sure. */
  isValid (): boolean {
    return stopwatch() < this.#until && systemTime() < this.#untilTime
  }

  /** Tells the other processes at which URL this one answers. */
  async announce (url: string): Promise<void> {
    this.#url = url
    await this.renew()
  }

  /** Takes no new worlds from now on, nor has others send their requests here. */
  async leave (): Promise<void> {
    this.#takesWorlds = false
    await this.renew()
  }

  /** Takes or renews the lease. Rejects with `StorageUnavailable`. */
  renew (): Promise<void> {
    this.#renewing ??= this.#renewOnce().finally(() => { this.#renewing = undefined })
    return this.#renewing
  }

  /** Renews the lease from time to time. */
  keep (): void {
    this.#endRenewals = setTimer(this.#ttlMs / RENEWALS, () => {
      this.renew().catch(() => {}).finally(() => {
        if (!this.#hasEnded) this.keep()
      })
    })
  }

  async end (): Promise<void> {
    this.#hasEnded = true
    this.#endRenewals()
    this.#until = 0
    await this.#connection.run(END_LEASE, [leaseKey(this.#id), REPLICAS_KEY], [this.#id])
  }

  async #renewOnce (): Promise<void> {
    if (await this.#send(this.#isTaken ? 'XX' : 'NX')) return
    // It has expired: others may have taken over what this process held.
    this.#id = randomUUID()
    this.#isTaken = false
    await this.#send('NX')
  }

  async #send (mode: 'NX' | 'XX'): Promise<boolean> {
    const before = stopwatch()
    const beforeTime = systemTime()
    const keys = [leaseKey(this.#id), REPLICAS_KEY, SECRET_KEY]
    const takes = this.#takesWorlds && this.#url !== '' ? '1' : ''
    const given = [this.#id, this.#url, String(this.#ttlMs), mode, randomUUID(), takes]
    const secret = await this.#connection.run(RENEW, keys, given)
    if (typeof secret !== 'string') return false
    this.#isTaken = true
    this.#secret = secret
    this.#until = before + this.#ttlMs
    this.#untilTime = beforeTime + this.#ttlMs
    return true
  }
}
