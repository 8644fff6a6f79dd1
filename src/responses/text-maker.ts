import { compilePattern } from '../schemas/compile-pattern.ts'
import { formatTest } from '../schemas/format-test.ts'
import type { Random } from '../worlds/random.ts'
import type { Budget } from './budget.ts'
import { findEncodedText } from './encoded-text.ts'
import { exclusionsOf } from './exclusions.ts'
import { highest, lowest } from './facets.ts'
import type { Facets } from './facets.ts'
import { libraryText } from './library-text.ts'
import type { Lengths, Make } from './make.ts'
import { lengthOf } from './pattern-piece.ts'
import { createPatternText } from './pattern-text.ts'
import { textFormat } from './text-format.ts'
import type { DrawText } from './text-format.ts'
import { characters } from './word.ts'

/** The longest text of a schema that allows longer ones. */
const LONGEST_TEXT = 24

/** How many texts of each source are tried. */
const ATTEMPTS = 20

const LETTERS = 'abcdefghijklmnopqrstuvwxyz'
const CHARACTERS = `${LETTERS}ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789`

/** Characters for texts that a schema excludes where they are of letters and digits. */
const OTHER_CHARACTERS = ['0123456789', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', LETTERS, '-_. /:@', 'äéñøßαβγжя']

/** Creates the maker of texts that fit schemas. */
export function textMaker (facets: Facets): Make {
  const lengths = lengthsOf(facets)
  const fits = fitsAll(facets, lengths)
  const sources = listSources(facets, lengths, fits)
  const [usual] = sources
  if (usual !== undefined && isPlain(facets)) {
    return ({ budget, random }) => usual.draw(random, within(lengths, budget), budget)
  }
  return ({ budget, isLenient, random }) => {
    let first: string | undefined
    for (const { attempts, draw } of sources) {
      for (let attempt = 0; attempt < attempts; attempt++) {
        const text = draw(random, within(lengths, budget), budget)
        if (fits(text)) return text
        first ??= text
        if (budget.isSpent) return first
      }
    }
    return isLenient ? first : undefined
  }
}

/** Creates the test of all that schemas say of a text. */
export function createTextTest (facets: Facets): (text: string) => boolean {
  return fitsAll(facets, lengthsOf(facets))
}

function lengthsOf (facets: Facets): Lengths {
  return { shortest: highest(facets, 'minLength') ?? 0, longest: lowest(facets, 'maxLength') ?? Infinity }
}

/** Returns the lengths of a text that the budget leaves room for. */
function within ({ longest, shortest }: Lengths, budget: Budget): Lengths {
  return { shortest: budget.take(shortest), longest }
}

/** Tells whether any text of one source fits schemas: they say nothing else, or nothing but lengths. */
function isPlain (facets: Facets): boolean {
  if (facets.some(({ contentEncoding, not, pattern }) => contentEncoding ?? not ?? pattern)) return false
  const formats = facets.filter(({ format }) => formatMakers(String(format)).length > 0)
  const hasLengths = facets.some(({ maxLength, minLength }) => maxLength !== undefined || minLength !== undefined)
  return formats.length === 0 || (formats.length === 1 && !hasLengths)
}

/** A source of texts, and how many of them are tried. */
interface TextSource {
  readonly draw: (random: Random, lengths: Lengths, budget: Budget) => string
  readonly attempts: number
}

/** Creates the test of all that schemas say of a text. */
function fitsAll (facets: Facets, { longest, shortest }: Lengths): (text: string) => boolean {
  const tests: Array<(text: string) => boolean> = []
  for (const { contentEncoding, format, pattern } of facets) {
    const encoded = findEncodedText(contentEncoding)
    if (encoded !== undefined) tests.push(encoded.test)
    const compiled = typeof pattern === 'string' ? compilePattern(pattern) : undefined
    const isOfFormat = typeof format === 'string' ? formatTest(format) : undefined
    if (compiled !== undefined) tests.push(text => compiled.test(text))
    if (isOfFormat !== undefined) tests.push(isOfFormat)
  }
  const isExcluded = exclusionsOf(facets)
  return text => {
    const length = lengthOf(text)
    if (length < shortest || length > longest || isExcluded?.(text) === true) return false
    return tests.every(test => test(text))
  }
}

const LETTER_SOURCES = listLetters()

/** Lists what draws texts for schemas, the likeliest first. */
function listSources (facets: Facets, lengths: Lengths, fits: (text: string) => boolean): TextSource[] {
  const formats = facets.flatMap(({ format }) => formatMakers(String(format)))
  const patterns = facets.map(({ pattern }) => pattern).filter(pattern => typeof pattern === 'string')
  const encodings = facets.map(({ contentEncoding }) => findEncodedText(contentEncoding)?.draw)
  const draws = [...formats, ...encodings].filter(draw => draw !== undefined)
  const sources: TextSource[] = draws.map(draw => ({ draw, attempts: ATTEMPTS }))
  if (patterns.length > 0) {
    const draw = createPatternText(patterns, lengths, fits)
    sources.push({ draw: (random, _lengths, budget) => draw(random, budget), attempts: 1 })
  }
  const [usual] = draws
  if (usual === undefined) return sources.length === 0 ? LETTER_SOURCES : sources
  const cut: DrawText = (random, lengths) => toLength(usual(random, lengths), lengths)
  return [...sources, { draw: cut, attempts: ATTEMPTS }]
}

/** Lists what draws texts of letters and digits, and others for schemas that exclude those. */
function listLetters (): TextSource[] {
  const sources: TextSource[] = []
  for (const from of [CHARACTERS, ...OTHER_CHARACTERS]) {
    sources.push({ draw: (random, lengths) => letters(lengths, random, from), attempts: ATTEMPTS })
  }
  const draw: DrawText = (random, { longest, shortest }) => {
    return letters({ shortest, longest: Math.min(shortest, longest) }, random)
  }
  return [...sources, { draw, attempts: 1 }]
}

/** Lists what draws texts of a format: ours are short and lead nowhere, those of a library are more varied. */
export function formatMakers (format: string): DrawText[] {
  return [textFormat(format), libraryText(format)].filter(make => make !== undefined)
}

/** Draws letters and digits: few, and at least one, where the lengths allow. */
export function letters ({ shortest, longest }: Lengths, random: Random, from = CHARACTERS): string {
  const least = Math.max(shortest, Math.min(1, longest))
  const most = Math.min(longest, Math.max(shortest, LONGEST_TEXT))
  const length = least + random.below(most - least + 1)
  return characters(from, length, random)
}

/** Cuts or extends a text at its end: most formats that documents limit in length are links or addresses. */
function toLength (text: string, { shortest, longest }: Lengths): string {
  return text.padEnd(shortest, 'a').slice(0, longest)
}
