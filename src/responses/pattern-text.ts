import { generateSync } from 'json-schema-faker'
import { compilePattern } from '../schemas/compile-pattern.ts'
import type { Random } from '../worlds/random.ts'
import type { Lengths } from './make.ts'

/** How often a text is drawn from each way to read a pattern. */
const ATTEMPTS = 12

/** What fits many of the patterns that cannot be drawn from, such as those of passwords, which look ahead. */
const CANDIDATES = ['Aa1!aaaaaaaa', 'Aa1!Aa1!Aa1!Aa1!', 'aaaaaaaa1', 'a', 'A', '0', '1', '', 'a-b', 'a.b', 'example.com', '/a', '00:00', '2026-01-01', '\u03B1']

/** Makes the function that draws texts that fit patterns (ECMA 262); the nearest to it that could be drawn where none does. */
export function createPatternText (patterns: readonly string[], lengths: Lengths): (random: Random) => string {
  const tests = patterns.map(compilePattern).filter(test => test !== undefined)
  const matches = (text: string) => tests.every(test => test.test(text))
  const fits = (text: string) => text.length >= lengths.shortest && text.length <= lengths.longest && matches(text)
  const candidate = CANDIDATES.find(fits)
  const read = patterns.flatMap(pattern => readings(pattern, lengths))
  return random => {
    let nearest: string | undefined
    for (const pattern of read) {
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
    // What the library cannot read is no pattern to it.
    return undefined
  }
}

/** A pattern as the library can draw from it: with more repetitions for a text that must be longer, with fewer for a short one. */
function readings (pattern: string, { longest, shortest }: Lengths): string[] {
  const plain = plainPattern(pattern)
  const repetitions = plain.match(OPEN_REPETITION)?.length ?? 0
  if (repetitions === 0) return [plain]
  const repeated = (least: number, most: number) => plain.replace(OPEN_REPETITION, `$1{${least},${most}}`)
  const each = Math.ceil(shortest / repetitions)
  return [
    ...shortest > repetitions ? [repeated(each, each + 4), repeated(shortest, shortest)] : [],
    plain,
    ...longest < 12 ? [repeated(1, 2), repeated(0, 1)] : []
  ]
}

/** A repetition without an end, after what is no escape. */
const OPEN_REPETITION = /((?:^|[^\\])(?:\\\\)*[\]).\w])(?:[*+]|\{\d+,\})/g

/** Without what the library does not read: looking behind, code points, classes of Unicode. */
function plainPattern (pattern: string): string {
  return pattern
    .replace(/\(\?<[!=](?:[^()\\]|\\.)*\)/g, '')
    .replace(/\\u\{?([0-9a-fA-F]{4,6})\}?|\\x([0-9a-fA-F]{2})/g, (_whole, unicode: string | undefined, byte: string | undefined) => escaped(parseInt(unicode ?? byte ?? '', 16)))
    .replace(/\\[pP]\{(\w+)[^}]*\}/g, (_whole, name: string) => CLASSES[name.charAt(0)] ?? 'a')
    .replace(/\\[rn]/g, '\n')
    .replace(/\\t/g, '\t')
}

const CLASSES: Readonly<Record<string, string>> = { L: 'a-z', N: '0-9', Z: ' ', P: '.', S: '+' }

function escaped (codePoint: number): string {
  const character = String.fromCodePoint(Math.min(0x10ffff, codePoint))
  return /[\\^$.*+?()[\]{}|/-]/.test(character) ? `\\${character}` : character
}
