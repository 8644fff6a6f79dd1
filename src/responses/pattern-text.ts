import { generateSync } from 'json-schema-faker'
import { compilePattern } from '../schemas/compile-pattern.ts'
import type { Random } from '../worlds/random.ts'
import type { Lengths } from './make.ts'

/** How many texts are drawn from each reading of a pattern. */
const ATTEMPTS = 12

/** Texts that match many of the patterns that the library cannot draw from, as those of passwords, which look ahead. */
const CANDIDATES = [
  'Aa1!aaaaaaaa',
  'Aa1!Aa1!Aa1!Aa1!',
  'aaaaaaaa1',
  'a',
  'A',
  '0',
  '1',
  '',
  'a-b',
  'a.b',
  'example.com',
  '/a',
  '00:00',
  '2026-01-01',
  '\u03B1'
]

/** Creates the function that draws texts that match patterns (ECMA 262); the nearest one where it finds none. */
export function createPatternText (patterns: readonly string[], lengths: Lengths): (random: Random) => string {
  const tests = patterns.map(compilePattern).filter(test => test !== undefined)
  const matches = (text: string) => tests.every(test => test.test(text))
  const fits = (text: string) => text.length >= lengths.shortest && text.length <= lengths.longest && matches(text)
  const candidate = CANDIDATES.find(fits)
  const readings = patterns.flatMap(pattern => readingsOf(pattern, lengths))
  return random => {
    let nearest: string | undefined
    for (const pattern of readings) {
      for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
        const text = draw(pattern, random)
        if (text === undefined) break
        if (fits(text)) return text
        if (nearest === undefined || matches(text)) nearest = text
      }
    }
    return candidate ?? nearest ?? ''
  }
}

function draw (pattern: string, random: Random): string | undefined {
  try {
    return String(generateSync({ type: 'string', pattern }, { seed: random.next() }))
  } catch {
    // The library rejects patterns that it cannot read.
    return undefined
  }
}

/** Lists patterns that the library can draw from: with more repetitions for a long text, with fewer for a short one. */
function readingsOf (pattern: string, { longest, shortest }: Lengths): string[] {
  const plain = plainPattern(pattern)
  const repetitions = plain.match(OPEN_REPETITION)?.length ?? 0
  if (repetitions === 0) return [plain]
  const repeated = (least: number, most: number) => plain.replace(OPEN_REPETITION, `$1{${least},${most}}`)
  const each = Math.ceil(shortest / repetitions)
  const longer = shortest > repetitions ? [repeated(each, each + 4), repeated(shortest, shortest)] : []
  const shorter = longest < 12 ? [repeated(1, 2), repeated(0, 1)] : []
  return [...longer, plain, ...shorter]
}

/** Matches a repetition without an end, after what is no escape. */
const OPEN_REPETITION = /((?:^|[^\\])(?:\\\\)*[\]).\w])(?:[*+]|\{\d+,\})/g

/** Replaces what the library does not read: lookbehind, code points, classes of Unicode. */
function plainPattern (pattern: string): string {
  return pattern
    .replace(/\(\?<[!=](?:[^()\\]|\\.)*\)/g, '')
    .replace(/\\u\{?([0-9a-fA-F]{4,6})\}?|\\x([0-9a-fA-F]{2})/g, toCharacter)
    .replace(/\\[pP]\{(\w+)[^}]*\}/g, (_whole, name: string) => CLASSES[name.charAt(0)] ?? 'a')
    .replace(/\\[rn]/g, '\n')
    .replace(/\\t/g, '\t')
}

const CLASSES: Readonly<Record<string, string>> = { L: 'a-z', N: '0-9', Z: ' ', P: '.', S: '+' }

function toCharacter (_whole: string, unicode: string | undefined, byte: string | undefined): string {
  const codePoint = parseInt(unicode ?? byte ?? '', 16)
  const character = String.fromCodePoint(Math.min(0x10ffff, codePoint))
  return /[\\^$.*+?()[\]{}|/-]/.test(character) ? `\\${character}` : character
}
