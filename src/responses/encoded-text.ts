import type { Random } from '../worlds/random.ts'
import type { Lengths } from './make.ts'
import { wordOf } from './word.ts'

/** How bytes are written as text. */
interface Encoding {
  readonly encode: (bytes: Buffer) => string
  /** How many bytes a group has, and how many characters it is written with. */
  readonly bytes: number
  readonly characters: number
  /** Whether the last group is written in full. */
  readonly isPadded: boolean
  /** Matches the texts of the encoding. */
  readonly pattern: RegExp
}

/** The encodings of bytes in text (JSON Schema, Validation, section 8.3; RFC 4648). */
const ENCODINGS = {
  base64: {
    encode: bytes => bytes.toString('base64'),
    bytes: 3,
    characters: 4,
    isPadded: true,
    pattern: /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/
  },
  base64url: {
    encode: bytes => bytes.toString('base64url'),
    bytes: 3,
    characters: 4,
    isPadded: false,
    pattern: /^(?:[A-Za-z0-9_-]{4})*(?:[A-Za-z0-9_-]{2,3})?$/
  },
  base32: {
    encode: toBase32,
    bytes: 5,
    characters: 8,
    isPadded: true,
    pattern: /^(?:[A-Z2-7]{8})*(?:[A-Z2-7]{2}={6}|[A-Z2-7]{4}={4}|[A-Z2-7]{5}={3}|[A-Z2-7]{7}=)?$/
  },
  base16: {
    encode: bytes => bytes.toString('hex').toUpperCase(),
    bytes: 1,
    characters: 2,
    isPadded: false,
    pattern: /^(?:[0-9A-F]{2})*$/
  }
} as const satisfies Readonly<Record<string, Encoding>>

/** Draws texts of an encoding. */
export interface EncodedText {
  readonly draw: (random: Random, lengths: Lengths) => string
  /** Returns whether a text is written in the encoding. */
  readonly test: (text: string) => boolean
}

const ENCODED = new Map(Object.entries(ENCODINGS).map(([name, encoding]) => [name, encodedText(encoding)]))

/** Returns what draws texts of a `contentEncoding`; `undefined` for the encodings that any text is in. */
export function findEncodedText (name: unknown): EncodedText | undefined {
  return ENCODED.get(String(name).toLowerCase())
}

function encodedText (encoding: Encoding): EncodedText {
  return {
    draw: (random, lengths) => encoding.encode(Buffer.from(wordOf(byteCount(encoding, random, lengths), random))),
    test: text => encoding.pattern.test(text)
  }
}

/** Draws how many bytes to encode: four to eight, where the lengths of their text allow. */
function byteCount ({ bytes, characters, isPadded }: Encoding, random: Random, { longest, shortest }: Lengths): number {
  const usual = 4 + random.below(5)
  const least = isPadded
    ? (Math.ceil(shortest / characters) - 1) * bytes + 1
    : Math.ceil(Math.max(0, shortest - 1) * bytes / characters)
  const most = isPadded
    ? Math.floor(longest / characters) * bytes
    : Math.floor(longest * bytes / characters)
  return Math.max(0, Math.min(most, Math.max(least, usual)))
}

const BASE32_DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** Writes groups of five bits as digits (RFC 4648, section 6). */
function toBase32 (bytes: Buffer): string {
  const bits = Array.from(bytes, byte => byte.toString(2).padStart(8, '0')).join('')
  let text = ''
  for (let start = 0; start < bits.length; start += 5) {
    text += BASE32_DIGITS.charAt(Number.parseInt(bits.slice(start, start + 5).padEnd(5, '0'), 2))
  }
  return text.padEnd(Math.ceil(text.length / 8) * 8, '=')
}
