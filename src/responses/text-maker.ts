import { compilePattern } from '../schemas/compile-pattern.ts'
import { formatSeconds } from '../worlds/clock.ts'
import type { Random } from '../worlds/random.ts'
import { highest, lowest } from './facets.ts'
import type { Facets } from './facets.ts'
import { libraryText } from './library-text.ts'
import type { Lengths, Make } from './make.ts'
import { createPatternText } from './pattern-text.ts'

/** The longest text of a schema that allows longer ones. */
const LONGEST_TEXT = 24

/** How many texts are tried that must have a length, or match a pattern, beside their format. */
const ATTEMPTS = 20

const LETTERS = 'abcdefghijklmnopqrstuvwxyz'
const CHARACTERS = `${LETTERS}ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789`

/** Creates the maker of texts that fit schemas. */
export function textMaker (facets: Facets): Make {
  const lengths = { shortest: highest(facets, 'minLength') ?? 0, longest: lowest(facets, 'maxLength') ?? Infinity }
  const patterns = facets.map(({ pattern }) => pattern).filter(pattern => typeof pattern === 'string')
  const drawPattern = patterns.length === 0 ? undefined : createPatternText(patterns, lengths)
  const formats = facets.flatMap(({ format }) => formatMakers(String(format)))
  const [format] = formats
  if (format === undefined) return ({ random }) => drawPattern?.(random) ?? letters(lengths, random)
  const tests = patterns.map(compilePattern)
  const fits = (text: string): boolean => {
    if (text.length < lengths.shortest || text.length > lengths.longest) return false
    return tests.every(test => test?.test(text) !== false)
  }
  return ({ random }) => {
    for (const draw of formats) {
      for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
        const text = draw(random)
        if (fits(text)) return text
      }
    }
    return drawPattern?.(random) ?? toLength(format(random), lengths)
  }
}

type DrawText = (random: Random) => string

/** Lists what draws texts of a format: ours are short and lead nowhere, those of a library are more varied. */
export function formatMakers (format: string): DrawText[] {
  return [TEXT_FORMATS[format], libraryText(format)].filter(make => make !== undefined)
}

/** Draws letters and digits: few, and at least one, where the lengths allow. */
export function letters ({ shortest, longest }: Lengths, random: Random): string {
  const least = Math.max(shortest, Math.min(1, longest))
  const most = Math.min(longest, Math.max(shortest, LONGEST_TEXT))
  const length = least + random.below(most - least + 1)
  let text = ''
  while (text.length < length) text += CHARACTERS.charAt(random.below(CHARACTERS.length))
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
