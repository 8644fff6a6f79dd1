import { createRequire } from 'node:module'
import type { CollectionTag, Document, LineCounter, ParsedNode, ParseOptions, ScalarTag, Tags, ToJSOptions } from 'yaml'

/** A YAML text with the line and column of each of its parts. */
export interface ParsedYaml {
  readonly document: Document.Parsed<ParsedNode>
  readonly lines: LineCounter
}

/** Options of `toJS`. Aliases share one value in memory, so any number of them is harmless. */
export const VALUE_OPTIONS: ToJSOptions = { maxAliasCount: -1 }

/** Parses a YAML text by the core schema of YAML 1.2, with merge keys. Its errors are in the document. */
export function parseYaml (text: string): ParsedYaml {
  const { LineCounter, parseDocument } = loadYaml()
  const lines = new LineCounter()
  const document = parseDocument(normalize(text), {
    schema: 'core',
    customTags: tags => [...tags.map(withExactNumbers), EXPLICIT_FLOAT],
    merge: true,
    resolveKnownTags: false,
    prettyErrors: false,
    strict: true,
    lineCounter: lines
  })
  return { document, lines }
}

/**
 * Replaces what the package does not read as YAML 1.2 does: a lone carriage return, which is a line break
 * (section 5.4), and a byte order mark, which does not count as indentation (section 5.2).
 */
function normalize (text: string): string {
  return text.replace(/^\ufeff/, '').replace(/\r(?!\n)/g, '\n')
}

/**
 * Loads the package `yaml` when it is first needed. Most starts need no places, and loading the package takes longer
 * than reading the documents that ship.
 */
export function loadYaml (): typeof import('yaml') {
  // `require` returns `any`.
  return createRequire(import.meta.url)('yaml') as typeof import('yaml')
}

/** Makes the tags of whole numbers read those past 2^53 exactly. */
function withExactNumbers (tag: Tags[number]): Tags[number] {
  if (typeof tag === 'string' || !isScalarTag(tag) || tag.tag !== 'tag:yaml.org,2002:int') return tag
  return {
    ...tag,
    resolve (text: string, onError: (message: string) => void, options: ParseOptions) {
      const value = tag.resolve(text, onError, options)
      return typeof value === 'number' && !Number.isSafeInteger(value) ? BigInt(text) : value
    }
  }
}

function isScalarTag (tag: CollectionTag | ScalarTag): tag is ScalarTag {
  return tag.collection === undefined
}

const FLOAT = /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/
const SPECIAL_FLOATS: Readonly<Record<string, number>> = {
  '.inf': Infinity,
  '+.inf': Infinity,
  '-.inf': -Infinity,
  '.nan': NaN
}

/** The tag `!!float` where it is written: the package's own does not accept `!!float 1`. */
const EXPLICIT_FLOAT: ScalarTag = {
  tag: 'tag:yaml.org,2002:float',
  resolve (text, onError) {
    const value = FLOAT.test(text) ? Number(text) : SPECIAL_FLOATS[text.toLowerCase()]
    if (value === undefined) onError(`"${text}" is not a number`)
    return value
  }
}
