import { CORE_SCHEMA, load } from 'js-yaml'
import { createJsonLocator, findJsonFlaws, placeAt } from './json-text.ts'
import { createYamlLocator, readYamlWithPlaces } from './yaml-places.ts'
import type { DocumentReading, SourcePosition } from './source-position.ts'

const MAX_DEPTH = 1000

/** Reads a YAML or JSON text. Text that begins with a brace is taken for JSON. */
export function readDocument (text: string): DocumentReading {
  return isJson(text) ? readJson(text) : readYaml(text)
}

/** Tells where JSON pointers lead in a YAML or JSON text; reads it for places only when first asked. */
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

/** Reads a JSON text; says where it is not JSON. */
export function readJson (text: string): DocumentReading {
  try {
    return { kind: 'value', value: JSON.parse(text) }
  } catch {
    const problems = findJsonFlaws(text, MAX_DEPTH).filter(flaw => flaw.kind === 'syntax' || flaw.kind === 'depth')
    return {
      kind: 'unreadable',
      problems: problems.map(({ offset, detail }) => ({ place: placeAt(text, offset), message: `is not JSON: ${detail === '' ? 'it is nested too deeply' : detail}` }))
    }
  }
}

/** Merge keys (`<<`) are not of YAML 1.2; what has them is left to the parser that takes them all the same. */
const MERGE_KEY = /<<\s*:/

/** Most documents are right: their values are read by the fast parser, and only where it fails by the one that knows every place and mistake. */
function readYaml (text: string): DocumentReading {
  if (MERGE_KEY.test(text)) return readYamlWithPlaces(text)
  try {
    return { kind: 'value', value: load(text, { schema: CORE_SCHEMA }) }
  } catch {
    return readYamlWithPlaces(text)
  }
}
