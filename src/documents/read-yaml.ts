import { CORE_SCHEMA, defineScalarTag, floatCoreTag, intCoreTag, load } from 'js-yaml'
import { readYamlWithPlaces } from './read-yaml-with-places.ts'
import type { DocumentReading } from './source-position.ts'

/**
 * Reads a YAML text by the core schema of YAML 1.2, with merge keys.
 * Most documents are valid, so a fast parser reads them. The slow one, which knows places, reads the others again to
 * report their mistakes. It also reads texts that the two parsers understand differently.
 */
export function readYaml (text: string): DocumentReading {
  if (AMBIGUOUS.test(text.replace(/^\ufeff/, ''))) return readYamlWithPlaces(text)
  try {
    const value = load(text, { schema: SCHEMA })
    // A text that is one scalar is no document, and the two parsers disagree on many of those.
    if (typeof value === 'object' && value !== null) return { kind: 'value', value }
  } catch {
    // The parser below reports what is wrong, and where.
  }
  return readYamlWithPlaces(text)
}

/** Matches what the fast parser reads in a way of its own, or accepts though it is not YAML. */
const AMBIGUOUS = new RegExp([
  '<<', // merge keys, which YAML 1.2 does not have
  '(?:^|[\\s,:[{])![!<]', // tags of YAML itself, such as `!!map`
  '^(?:%|\\.\\.\\.)', // directives, and the end of a document
  '^[ \\t]*(?:[-?:][ \\t]+)*[?:](?:\\s|$)', // complex and empty keys: `? a`, `: a`
  ':[ \\t]+&\\S+[ \\t]+\\S.*:(?:\\s|$)', // a mapping on the line of its anchor
  '^[ -]*\\t', // tabs as indentation
  '\\n +(?![^])', // spaces at the end of a block scalar
  '\\\\U(?!000|0010)', // code points past U+10FFFF
  '[^]\\ufeff' // byte order marks within the text
].join('|'), 'm')

const DECIMAL = /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/

/** Reads `1e400` as infinity, as JSON does; the parser's own tag takes it for text. */
const FLOAT = defineScalarTag(floatCoreTag.tagName, {
  ...floatCoreTag,
  resolve: (text, ...rest) => DECIMAL.test(text) ? Number(text) : floatCoreTag.resolve(text, ...rest)
})

/** Reads whole numbers past 2^53 exactly. */
const INTEGER = defineScalarTag(intCoreTag.tagName, {
  ...intCoreTag,
  resolve: (text, ...rest) => {
    const value = intCoreTag.resolve(text, ...rest)
    return typeof value === 'number' && !Number.isSafeInteger(value) ? BigInt(text) : value
  }
})

const SCHEMA = CORE_SCHEMA.withTags(FLOAT, INTEGER)
