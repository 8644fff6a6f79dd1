import type { Ajv2020, Format } from 'ajv/dist/2020.js'
import type { FormatsPlugin } from 'ajv-formats'
import { cacheFormat, toFormatTest } from './cache-format.ts'
import { INTEGER_RANGES } from './integer-ranges.ts'
import type { IntegerRange } from './integer-ranges.ts'

/** The largest number of 32 bits (IEEE 754, binary32). */
const LARGEST_FLOAT = 3.4028234663852886e38

/** The numeric formats (OpenAPI Format Registry). */
const SIZES: Readonly<Record<string, Format>> = {
  ...Object.fromEntries(Object.entries(INTEGER_RANGES).map(([name, range]) => [name, integerWithin(range)])),
  float: { type: 'number', validate: value => Math.abs(Number(value)) <= LARGEST_FLOAT },
  double: { type: 'number', validate: value => Number.isFinite(Number(value)) }
}

/**
 * Formats that are stricter than those of ajv-formats, or much faster: uuids without `urn:uuid:`
 * (RFC 9562, section 4), instants with a `T` (RFC 3339, section 5.6, which JSON Schema refers to).
 */
const FORMATS: Readonly<Record<string, Format>> = {
  uuid: /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i,
  'date-time': isInstant,
  ...SIZES
}

/** Formats whose regular expressions take longer than the rest of a response's validation. */
const SLOW_FORMATS = ['uri', 'uri-reference'] as const

/** A URL of this machine or of a private network. */
const LOCAL_URL = /^https?:\/\/(?:localhost|127\.|10\.|172\.|192\.168\.|169\.254\.|\[|[a-z0-9-]+(?:[:/]|$))/i

/** The longest URL, in characters, that is tested by a regular expression, which backtracks. */
const MAX_URL = 2_000

/** Adds the formats of ajv-formats and ours to a compiler. */
export function addFormats (ajv: Ajv2020, formats: FormatsPlugin): void {
  formats(ajv)
  for (const [name, format] of Object.entries(FORMATS)) ajv.addFormat(name, format)
  for (const name of SLOW_FORMATS) ajv.addFormat(name, cacheFormat(formats.get(name)))
  const isUrl = toFormatTest(formats.get('url'))
  // The expression of ajv-formats rejects local addresses, which all URLs of a stand-in have.
  ajv.addFormat('url', text => text.length > MAX_URL || LOCAL_URL.test(text) ? URL.canParse(text) : isUrl(text))
}

function integerWithin ({ least, most }: IntegerRange): Format {
  const first = Number(least)
  // The limits of formats are powers of two, which are exact; to compare a double with a BigInt is slow.
  const end = Number(BigInt(most) + 1n)
  return {
    type: 'number',
    validate (value: number | bigint) {
      if (typeof value === 'bigint') return value >= least && value <= most
      return Number.isInteger(value) && value >= first && value < end
    }
  }
}

const DATE = /\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])/
const TIME = /(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?/
const OFFSET = /Z|[+-](?:[01]\d|2[0-3]):[0-5]\d/
const INSTANT = new RegExp(`^${DATE.source}T${TIME.source}(?:${OFFSET.source})$`, 'i')

function isInstant (text: string): boolean {
  return INSTANT.test(text) && isDay(text) && (text.charAt(17) !== '6' || isLeapSecond(text))
}

/** Returns whether the month has the day (RFC 3339, section 5.7). */
function isDay (text: string): boolean {
  if (text.slice(8, 10) < '29') return true
  const monthAndDay = text.slice(5, 10)
  if (monthAndDay === '02-29') return isLeapYear(Number(text.slice(0, 4)))
  return !monthAndDay.startsWith('02') && !['04-31', '06-31', '09-31', '11-31'].includes(monthAndDay)
}

function isLeapYear (year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

/**
 * Returns whether a time is the last minute of a day in UTC, which leap seconds end (RFC 3339,
 * section 5.7).
 */
function isLeapSecond (text: string): boolean {
  const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)$/.exec(text) ?? []
  const offset = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * (sign === '-' ? -1 : 1)
  const minute = Number(text.slice(11, 13)) * 60 + Number(text.slice(14, 16)) - offset
  return (minute + 2 * DAY) % DAY === DAY - 1
}

const DAY = 24 * 60
