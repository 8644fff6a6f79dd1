import { formatSeconds } from '../worlds/clock.ts'
import type { Random } from '../worlds/random.ts'
import { findEncodedText } from './encoded-text.ts'
import type { Lengths } from './make.ts'
import { word, wordOf } from './word.ts'

/** Draws a text; of a length between two, where there is such a text. */
export type DrawText = (random: Random, lengths: Lengths) => string

/** Returns what draws texts of a format that JSON Schema or OpenAPI defines, or that documents commonly use. */
export function textFormat (format: string): DrawText | undefined {
  return Object.hasOwn(FORMATS, format) ? FORMATS[format] : undefined
}

/** The text around a word. */
interface Frame {
  readonly before?: string
  readonly after?: string
  /** The longest word. */
  readonly most?: number
  /** Whether a long word is split into the labels of a host name. */
  readonly isHost?: boolean
}

/** The longest label of a host name, or local part of an email address; the standards allow 63 and 64. */
const LABEL = 60

/** The longest host name (RFC 1035, section 2.3.4). */
const HOST = 253

const HOST_FRAMES: readonly Frame[] = [
  { after: '.example.com', most: LABEL },
  { after: '.co', most: LABEL },
  { after: '.example.com', isHost: true, most: HOST - 12 },
  { isHost: true, most: HOST }
]
const EMAIL_FRAMES: readonly Frame[] = [
  { after: '@example.com', most: LABEL },
  { after: '@b.co', most: LABEL },
  { after: '@b.c', most: LABEL },
  { before: 'user@', after: '.example.com', isHost: true, most: HOST - 12 }
]
const URL_FRAMES: readonly Frame[] = [
  { before: 'https://example.com/' },
  { before: 'https://b.co/' },
  { before: 'http://b.co/' },
  { before: 'ftp://', after: '.co' }
]
const URI_FRAMES: readonly Frame[] = [...URL_FRAMES, { before: 'urn:b:' }, { before: 'a:' }]
const TEMPLATE_FRAMES: readonly Frame[] = [{ before: 'https://example.com/', after: '/{id}' }, { before: '/' }, {}]

const FORMATS: Readonly<Record<string, DrawText>> = {
  'date-time': (random, lengths) => toLength(instant(random), lengths),
  date: random => instant(random).slice(0, 10),
  time: (random, lengths) => toLength(instant(random).slice(11), lengths),
  'iso-date-time': (random, lengths) => toLength(instant(random), lengths),
  'iso-time': (random, lengths) => toLength(instant(random).slice(11), lengths),
  duration,
  email: framed(EMAIL_FRAMES),
  'idn-email': framed(EMAIL_FRAMES),
  hostname: framed(HOST_FRAMES),
  'idn-hostname': framed(HOST_FRAMES),
  ipv4: random => `192.0.2.${random.below(256)}`,
  ipv6: (random, { longest }) => longest < 14 ? '::1' : `2001:db8::${(1 + random.below(0xfffe)).toString(16)}`,
  uri: framed(URI_FRAMES),
  url: framed(URL_FRAMES),
  iri: framed(URI_FRAMES),
  'uri-reference': framed([{ before: '/' }, {}]),
  'iri-reference': framed([{ before: '/' }, {}]),
  'uri-template': framed(TEMPLATE_FRAMES),
  uuid: random => random.uuid(),
  byte: encoded('base64'),
  base64: encoded('base64'),
  base64url: encoded('base64url'),
  'json-pointer': framed([{ before: '/' }]),
  'relative-json-pointer': framed([{ before: '0/' }]),
  'json-pointer-uri-fragment': framed([{ before: '#/' }]),
  regex: framed([{ before: '^', after: '$' }, {}]),
  int32: whole,
  int64: whole,
  float: hundredths,
  double: hundredths,
  decimal: hundredths
}

function encoded (name: string): DrawText {
  const text = findEncodedText(name)
  return (random, lengths) => text?.draw(random, lengths) ?? ''
}

/** Creates the function that draws words in the first frame in which the lengths leave room for one. */
function framed (frames: readonly Frame[]): DrawText {
  return (random, { longest, shortest }) => {
    for (const { after = '', before = '', isHost = false, most = Infinity } of frames) {
      const around = before.length + after.length
      const least = Math.max(1, shortest - around)
      const room = Math.min(most, longest - around)
      if (least > room) continue
      const text = word(random, { shortest: least, longest: room })
      return `${before}${isHost ? toHost(text) : text}${after}`
    }
    const [{ after = '', before = '' } = {}] = frames
    return `${before}${wordOf(4, random)}${after}`
  }
}

/** Splits a long word into labels. */
function toHost (text: string): string {
  return text.replace(/(.{59})./g, '$1.').replace(/\.$/, 'a')
}

/** 2020-01-01T00:00:00Z, in seconds since 1970. */
const START_S = 1_577_836_800
const TEN_YEARS_S = 10 * 365 * 24 * 60 * 60

function instant (random: Random): string {
  return formatSeconds((START_S + random.below(TEN_YEARS_S)) * 1000)
}

/** Adds a fraction of a second to a time that is too short. */
function toLength (time: string, { shortest, longest }: Lengths): string {
  if (time.length >= shortest || longest < time.length + 2) return time
  const digits = '0'.repeat(Math.max(1, Math.min(shortest, longest) - time.length - 1))
  return `${time.slice(0, -1)}.${digits}Z`
}

function duration (random: Random, { shortest, longest }: Lengths): string {
  if (longest >= 8 && shortest <= 8) return `P${1 + random.below(30)}DT${random.below(24)}H`
  const digits = Math.max(1, Math.min(longest, shortest) - 2)
  return `P${'1'.repeat(digits)}D`
}

function whole (random: Random): string {
  return String(random.below(1_000))
}

function hundredths (random: Random): string {
  return String(random.below(100_000) / 100)
}
