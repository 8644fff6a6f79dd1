/** The mode of a clock: `running`, at real time plus an offset, or `frozen` until it is moved. */
export type ClockMode = 'running' | 'frozen'

/** All that a clock is, as plain data. */
export interface ClockState {
  /** How far a running clock is ahead of the real time, in milliseconds. */
  readonly offset: number
  /** When it was frozen, in milliseconds since 1970; `undefined` while it runs. */
  readonly frozenAt: number | undefined
}

/** Returns the real time in milliseconds since 1970. Tests give their own. */
export type SystemTime = () => number

/** The first and the last instant that RFC 3339 can express, in milliseconds since 1970. */
const FIRST = -62_167_219_200_000
export const LAST = 253_402_300_799_999

/** The longest delay that timers of the platform accept, in milliseconds. */
const LONGEST_TIMER = 2 ** 31 - 1

/** A world's clock. It can be advanced, frozen and set going, never turned back. */
export class Clock {
  readonly #system: SystemTime
  #offset: number
  #frozenAt: number | undefined

  /**
   * Starts running at an instant, in milliseconds since 1970, or goes on from a state; at the real time without
   * either.
   */
  constructor (start?: number | ClockState, system: SystemTime = systemTime) {
    this.#system = system
    if (typeof start === 'object') {
      this.#offset = start.offset
      this.#frozenAt = start.frozenAt
    } else {
      this.#offset = start === undefined ? 0 : start - system()
    }
  }

  get state (): ClockState {
    return { offset: this.#offset, frozenAt: this.#frozenAt }
  }

  get mode (): ClockMode {
    return this.#frozenAt === undefined ? 'running' : 'frozen'
  }

  /** The world's time in milliseconds since 1970. It ends with the year 9999. */
  now (): number {
    return this.#frozenAt ?? Math.min(this.#system() + this.#offset, LAST)
  }

  /** Goes on from a state. */
  restore ({ frozenAt, offset }: ClockState): void {
    this.#offset = offset
    this.#frozenAt = frozenAt
  }

  /** Stands still from now on, or at an instant from which it has only just started. */
  freeze (instant = this.now()): void {
    this.#frozenAt = instant
  }

  run (): void {
    this.#offset = this.now() - this.#system()
    this.#frozenAt = undefined
  }

  /** Moves to an instant; one that is already past leaves the clock where it is. */
  moveTo (instant: number): void {
    const ahead = instant - this.now()
    if (ahead <= 0) return
    if (this.#frozenAt === undefined) this.#offset += ahead
    else this.#frozenAt = instant
  }
}

/** Returns the real time in milliseconds since 1970. */
export function systemTime (): number {
  return Date.now()
}

/** Returns a steady real time in milliseconds, for measuring how long something took. */
export function stopwatch (): number {
  return performance.now()
}

/**
 * Calls back after a real delay, at the earliest. Returns a function that cancels the call. The timer keeps the
 * process alive only where `keepsAlive` says so.
 */
export function setTimer (milliseconds: number, callback: () => void, { keepsAlive = false } = {}): () => void {
  const timer = setTimeout(callback, Math.min(Math.max(0, milliseconds), LONGEST_TIMER))
  if (!keepsAlive) timer.unref()
  return () => clearTimeout(timer)
}

/** Resolves after a real delay. */
export function pause (milliseconds: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, milliseconds))
}

/** Parses an RFC 3339 date-time into milliseconds since 1970; `undefined` where the text is none. */
export function parseInstant (text: string): number | undefined {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/i.test(text)) return undefined
  const instant = Date.parse(text)
  // Date.parse would take the 30th of February for the 2nd of March.
  const date = text.slice(0, 10)
  if (Number.isNaN(instant) || formatInstant(Date.parse(date)).slice(0, 10) !== date) return undefined
  return instant
}

/** Converts milliseconds since 1970 for libraries that take dates. */
export function toDate (instant: number): Date {
  return new Date(instant)
}

/**
 * Formats milliseconds since 1970 as RFC 3339 in UTC, with milliseconds. An instant that RFC 3339 cannot express is
 * formatted as the nearest that it can.
 */
export function formatInstant (instant: number): string {
  return new Date(Math.min(Math.max(instant, FIRST), LAST)).toISOString()
}

/** Formats an instant for JSON; returns `null` where there is none. */
export function formatInstantOrNull (instant: number | undefined): string | null {
  return instant === undefined ? null : formatInstant(instant)
}

/** Formats milliseconds since 1970 as RFC 3339 in UTC, in whole seconds: `2026-01-01T00:00:00Z`. */
export function formatSeconds (instant: number): string {
  return `${formatInstant(instant).slice(0, 19)}Z`
}

/** Formats milliseconds since 1970 as the time of day where the process runs: `12:03:04.512`. */
export function formatLocalTime (instant: number): string {
  const date = new Date(instant)
  const parts = [date.getHours(), date.getMinutes(), date.getSeconds()]
  const milliseconds = String(date.getMilliseconds()).padStart(3, '0')
  return `${parts.map(part => String(part).padStart(2, '0')).join(':')}.${milliseconds}`
}

/** Formats milliseconds since 1970 as HTTP writes dates (IMF-fixdate, RFC 9110 section 5.6.7). */
export function formatHttpDate (instant: number): string {
  return new Date(instant).toUTCString()
}

/** Parses the date of a certificate, as OpenSSL writes it, into milliseconds since 1970: `Nov 24 06:59:55 2036 GMT`. */
export function parseCertificateDate (text: string): number {
  return Date.parse(text)
}

const HTTP_DATE = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/

/** Parses an HTTP date into milliseconds since 1970; returns `undefined` for another text (RFC 9110 section 5.6.7). */
export function parseHttpDate (text: string): number | undefined {
  const instant = HTTP_DATE.test(text.trim()) ? Date.parse(text) : NaN
  return Number.isNaN(instant) ? undefined : instant
}
