import { findJsonFlaws, placeAt } from './find-json-flaws.ts'
import { readYaml } from './read-yaml.ts'
import type { DocumentReading, SourcePosition } from './source-position.ts'
import { createYamlLocator } from './yaml-locator.ts'
import { createJsonLocator } from './json-locator.ts'

const MAX_DEPTH = 1000

/** Reads a YAML or JSON text. Text that begins with a brace is JSON. */
export function readDocument (text: string): DocumentReading {
  return isJson(text) ? readJson(text) : readYaml(text)
}

/** Returns a function that finds the line and column of a JSON pointer. It parses the text on its first call. */
export function createLocator (text: string): (pointer: string) => SourcePosition {
  if (isJson(text)) return createJsonLocator(text)
  let locate: ((pointer: string) => SourcePosition) | undefined
  return pointer => {
    locate ??= createYamlLocator(text)
    return locate(pointer)
  }
}

function isJson (text: string): boolean {
  return /^\s*\{/.test(text)
}

/** Reads a JSON text, and reports the place of its first mistake. */
export function readJson (text: string): DocumentReading {
  try {
    return { kind: 'value', value: JSON.parse(text) }
  } catch {
    const fatal = findJsonFlaws(text, MAX_DEPTH).filter(flaw => flaw.kind === 'syntax' || flaw.kind === 'depth')
    return {
      kind: 'unreadable',
      problems: fatal.map(({ offset, detail }) => ({
        place: placeAt(text, offset),
        message: `is not JSON: ${detail === '' ? 'it is nested too deeply' : detail}`
      }))
    }
  }
}
