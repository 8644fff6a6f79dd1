import { compilePattern } from '../schemas/compile-pattern.ts'
import { formatTest } from '../schemas/format-test.ts'
import { formatSeconds } from '../worlds/clock.ts'
import type { Random } from '../worlds/random.ts'
import { exclusionsOf } from './exclusions.ts'
import { highest, lowest } from './facets.ts'
import type { Facets } from './facets.ts'
import { libraryText } from './library-text.ts'
import type { Lengths, Make } from './make.ts'
import { lengthOf } from './pattern-piece.ts'
import { createPatternText } from './pattern-text.ts'

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
  const lengths = { shortest: highest(facets, 'minLength') ?? 0, longest: lowest(facets, 'maxLength') ?? Infinity }
  const fits = fitsAll(facets, lengths)
  const sources = listSources(facets, lengths, fits)
  const [usual] = sources
  if (usual !== undefined && isPlain(facets)) return ({ random }) => usual.draw(random)
  return ({ isLenient, random }) => {
    let first: string | undefined
    for (const { attempts, draw } of sources) {
      for (let attempt = 0; attempt < attempts; attempt++) {
        const text = draw(random)
        if (fits(text)) return text
        first ??= text
      }
    }
    return isLenient ? first : undefined
  }
}

/** Tells whether any text of one source fits schemas: they say nothing else, or nothing but lengths. */
function isPlain (facets: Facets): boolean {
  if (facets.some(({ not, pattern }) => not !== undefined || pattern !== undefined)) return false
  const formats = facets.filter(({ format }) => formatMakers(String(format)).length > 0)
  const hasLengths = facets.some(({ maxLength, minLength }) => maxLength !== undefined || minLength !== undefined)
  return formats.length === 0 || (formats.length === 1 && !hasLengths)
}

type DrawText = (random: Random) => string

/** What draws texts, and how many of them are tried. */
interface TextSource {
  readonly draw: DrawText
  readonly attempts: number
}

/** Creates the test of all that schemas say of a text. */
function fitsAll (facets: Facets, { longest, shortest }: Lengths): (text: string) => boolean {
  const tests: Array<(text: string) => boolean> = []
  for (const { format, pattern } of facets) {
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

/** Lists what draws texts for schemas, the likeliest first. */
function listSources (facets: Facets, lengths: Lengths, fits: (text: string) => boolean): TextSource[] {
  const formats = facets.flatMap(({ format }) => formatMakers(String(format)))
  const patterns = facets.map(({ pattern }) => pattern).filter(pattern => typeof pattern === 'string')
  const sources = formats.map(draw => ({ draw, attempts: ATTEMPTS }))
  if (patterns.length > 0) sources.push({ draw: createPatternText(patterns, lengths, fits), attempts: 1 })
  const [usual] = formats
  if (usual !== undefined) sources.push({ draw: random => toLength(usual(random), lengths), attempts: ATTEMPTS })
  return sources.length === 0 ? listLetters(lengths) : sources
}

/** Lists what draws texts of letters and digits, and others for schemas that exclude those. */
function listLetters (lengths: Lengths): TextSource[] {
  const sources: TextSource[] = []
  for (const characters of [CHARACTERS, ...OTHER_CHARACTERS]) {
    sources.push({ draw: random => letters(lengths, random, characters), attempts: ATTEMPTS })
  }
  const { longest, shortest } = lengths
  const least = { shortest, longest: Math.min(shortest, longest) }
  return [...sources, { draw: random => letters(least, random), attempts: 1 }]
}

/** Lists what draws texts of a format: ours are short and lead nowhere, those of a library are more varied. */
export function formatMakers (format: string): DrawText[] {
  return [TEXT_FORMATS[format], libraryText(format)].filter(make => make !== undefined)
}

/** Draws letters and digits: few, and at least one, where the lengths allow. */
export function letters ({ shortest, longest }: Lengths, random: Random, characters = CHARACTERS): string {
  const least = Math.max(shortest, Math.min(1, longest))
  const most = Math.min(longest, Math.max(shortest, LONGEST_TEXT))
  const length = least + random.below(most - least + 1)
  let text = ''
  while (text.length < length) text += characters.charAt(random.below(characters.length))
  return text
}

/** Cuts or extends a text at its end: most formats that documents limit in length are links or addresses. */
function toLength (text: string, { shortest, longest }: Lengths): string {
  return text.padEnd(shortest, 'a').slice(0, longest)
}

/** Draws texts by their format: the formats of JSON Schema and OpenAPI, and others that documents commonly use. */
const TEXT_FORMATS: Readonly<Record<string, DrawText>> = {
  'date-time': instant,
  date: random => instant(random).slice(0, 10),
  time: random => instant(random).slice(11),
  duration: random => `P${1 + random.below(30)}DT${random.below(24)}H`,
  email: random => `${word(random)}@example.com`,
  'idn-email': random => `${word(random)}@example.com`,
  hostname: random => `${word(random)}.example.com`,
  'idn-hostname': random => `${word(random)}.example.com`,
  ipv4: random => `192.0.2.${random.below(256)}`,
  ipv6: random => `2001:db8::${(1 + random.below(0xfffe)).toString(16)}`,
  uri: link,
  url: link,
  iri: link,
  'uri-reference': random => `/${word(random)}`,
  'iri-reference': random => `/${word(random)}`,
  'uri-template': random => `https://example.com/${word(random)}/{id}`,
  uuid: random => random.uuid(),
  byte: random => btoa(word(random)),
  base64: random => btoa(word(random)),
  regex: () => '^[a-z]+$',
  int32: whole,
  int64: whole,
  float: hundredths,
  double: hundredths,
  decimal: hundredths
}

/** 2020-01-01T00:00:00Z, in seconds since 1970. */
const START_S = 1_577_836_800
const TEN_YEARS_S = 10 * 365 * 24 * 60 * 60

function instant (random: Random): string {
  return formatSeconds((START_S + random.below(TEN_YEARS_S)) * 1000)
}

function link (random: Random): string {
  return `https://example.com/${word(random)}`
}

function whole (random: Random): string {
  return String(random.below(1_000))
}

function hundredths (random: Random): string {
  return String(random.below(100_000) / 100)
}

function word (random: Random): string {
  return Array.from({ length: 4 + random.below(5) }, () => LETTERS.charAt(random.below(LETTERS.length))).join('')
}
