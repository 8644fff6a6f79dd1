import { formatHttpDate, formatInstant, formatSeconds, parseHttpDate, parseInstant } from '../worlds/clock.ts'

/** Formats an instant, in milliseconds since 1970. */
export type FormatInstant = (instant: number) => unknown

/** The forms of an instant; without one it is written as `2026-01-01T00:00:00Z`. */
export const INSTANT_FORMS: Readonly<Record<string, FormatInstant>> = {
  epochSeconds: instant => Math.floor(instant / 1_000),
  epochMilliseconds: instant => instant,
  milliseconds: formatInstant,
  date: instant => formatInstant(instant).slice(0, 10),
  http: formatHttpDate
}

/** An instant as a value stated it, and the same form for another one. */
export interface StatedInstant {
  readonly instant: number
  readonly format: FormatInstant
}

/** Whole numbers below this are seconds since 1970, until the year 5138; others are milliseconds. */
const FIRST_MILLISECONDS = 1e11

/** The instants that a date can have are this far from 1970 at most, in milliseconds (ECMAScript, section 21.4.1.1). */
const FARTHEST = 8.64e15

/**
 * Reads an instant from a value: an RFC 3339 date-time or date, an HTTP date, or seconds or milliseconds since 1970.
 * Returns `undefined` for another value.
 */
export function readInstant (value: unknown): StatedInstant | undefined {
  if (typeof value === 'number') return readNumber(value)
  if (typeof value !== 'string') return undefined
  const dateTime = parseInstant(value)
  if (dateTime !== undefined) return { instant: dateTime, format: value.includes('.') ? formatInstant : formatSeconds }
  const date = /^\d{4}-\d\d-\d\d$/.test(value) ? parseInstant(`${value}T00:00:00Z`) : undefined
  if (date !== undefined) return { instant: date, format: INSTANT_FORMS.date }
  const http = parseHttpDate(value)
  return http === undefined ? undefined : { instant: http, format: formatHttpDate }
}

/** Returns whether a number is an instant that can be formatted. */
export function isInstant (instant: number): boolean {
  return Math.abs(instant) <= FARTHEST
}

function readNumber (value: number): StatedInstant | undefined {
  const isSeconds = Math.abs(value) < FIRST_MILLISECONDS
  const instant = isSeconds ? value * 1_000 : value
  if (!isInstant(instant)) return undefined
  return { instant, format: isSeconds ? INSTANT_FORMS.epochSeconds : INSTANT_FORMS.epochMilliseconds }
}
