import { compilePattern } from '../schemas/compile-pattern.ts'
import type { Random } from '../worlds/random.ts'
import { highest, lowest } from './facets.ts'
import type { Lengths, Make } from './make.ts'
import { createPatternText } from './pattern-text.ts'
import type { Schema } from './schema-reader.ts'
import { TEXT_FORMATS } from './text-formats.ts'

/** The longest text where a schema allows for longer. */
const LONGEST_TEXT = 24

/** How often another text is tried where the one before is too long or too short, or not like the pattern beside its format. */
const ATTEMPTS = 20

const CHARACTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'

/** Makes the maker of texts that fit schemas. */
export function textMaker (facets: readonly Schema[]): Make {
  const lengths = { shortest: highest(facets, 'minLength') ?? 0, longest: lowest(facets, 'maxLength') ?? Infinity }
  const patterns = facets.map(({ pattern }) => pattern).filter(pattern => typeof pattern === 'string')
  const drawPattern = patterns.length === 0 ? undefined : createPatternText(patterns, lengths)
  const format = facets.map(({ format }) => TEXT_FORMATS[String(format)]).find(make => make !== undefined)
  if (format === undefined) return drawPattern === undefined ? ({ random }) => letters(lengths, random) : ({ random }) => drawPattern(random)
  const tests = patterns.map(compilePattern)
  return ({ random }) => {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const text = format(random)
      if (text.length >= lengths.shortest && text.length <= lengths.longest && tests.every(test => test?.test(text) !== false)) return text
    }
    return drawPattern?.(random) ?? fitted(format(random), lengths)
  }
}

/** Some letters and digits: short, and not empty, where that is allowed. */
export function letters ({ shortest, longest }: Lengths, random: Random): string {
  const least = Math.max(shortest, Math.min(1, longest))
  const most = Math.min(longest, Math.max(shortest, LONGEST_TEXT))
  let text = ''
  for (let left = least + random.below(most - least + 1); left > 0; left--) text += CHARACTERS.charAt(random.below(CHARACTERS.length))
  return text
}

/** What documents give a length as well as a format is mostly a link or an address: it grows at its end. */
function fitted (text: string, { shortest, longest }: Lengths): string {
  return text.padEnd(shortest, 'a').slice(0, longest)
}
