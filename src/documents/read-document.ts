import { exactJson } from '../exact-json.ts'
import { findExcess, MAX_DEPTH } from './find-excess.ts'
import { findJsonFlaws } from './find-json-flaws.ts'
import { createLineIndex } from './line-index.ts'
import { readYaml } from './read-yaml.ts'
import type { DocumentReading, SourcePosition } from './source-position.ts'
import { createYamlLocator } from './yaml-locator.ts'
import { createJsonLocator } from './json-locator.ts'

/** Matches the paths and URLs of files that are named as JSON. */
const JSON_FILE = /\.json(?:[?#].*)?$/i

/**
 * Reads a YAML or JSON text. A text that begins with a brace or bracket is JSON, or else YAML in its flow style,
 * unless its file is named `.json`: YAML accepts commas and values that JSON lacks.
 * A byte order mark at its start is ignored (RFC 8259, section 8.1).
 */
export function readDocument (text: string, file = ''): DocumentReading {
  const reading = readAny(text, file)
  const excess = reading.kind === 'value' ? findExcess(reading.value, text) : undefined
  if (excess === undefined) return reading
  const { message, pointer } = excess
  return { kind: 'unreadable', problems: [{ place: placeIn(text, pointer), message }] }
}

/** Returns the place of a pointer in a text; its start where the text cannot be parsed for that. */
function placeIn (text: string, pointer: string): SourcePosition {
  try {
    return createLocator(text)(pointer)
  } catch {
    return { line: 1, column: 1 }
  }
}

function readAny (text: string, file: string): DocumentReading {
  const content = withoutMark(text)
  if (!beginsWithBracket(content)) return readYaml(content)
  const json = readJson(content)
  if (json.kind === 'value' || JSON_FILE.test(file)) return json
  const yaml = readYaml(content)
  return yaml.kind === 'value' ? yaml : json
}

/** Returns a function that finds the line and column of a JSON pointer. It parses the text on its first call. */
export function createLocator (text: string): (pointer: string) => SourcePosition {
  let locate: ((pointer: string) => SourcePosition) | undefined
  return pointer => {
    locate ??= chooseLocator(withoutMark(text))
    return locate(pointer)
  }
}

function chooseLocator (text: string): (pointer: string) => SourcePosition {
  const isJson = beginsWithBracket(text) && readJson(text).kind === 'value'
  return isJson ? createJsonLocator(text) : createYamlLocator(text)
}

function beginsWithBracket (text: string): boolean {
  return /^\s*[{[]/.test(text)
}

/** Removes a byte order mark, which editors show as nothing and which therefore takes no column. */
export function withoutMark (text: string): string {
  return text.startsWith('\ufeff') ? text.slice(1) : text
}

/** Reads a JSON text, and reports the place of its first mistake. */
export function readJson (text: string): DocumentReading {
  const content = withoutMark(text)
  try {
    return { kind: 'value', value: exactJson.parse(content) }
  } catch {
    const { flaws } = findJsonFlaws(content, { maxDepth: MAX_DEPTH })
    const placeAt = createLineIndex(content)
    return {
      kind: 'unreadable',
      problems: flaws.filter(({ kind }) => kind === 'syntax' || kind === 'depth').map(({ offset, detail }) => ({
        place: placeAt(offset),
        message: `is not JSON: ${detail === '' ? 'it is nested too deeply' : detail}`
      }))
    }
  }
}
