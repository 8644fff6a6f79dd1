import { LineCounter, parseDocument, isMap, isSeq, isAlias, isScalar } from 'yaml'
import type { Document, Node } from 'yaml'
import type { Place } from './contract.ts'
import { findJsonFlaws, findJsonOffset, placeAt } from './json-text.ts'
import { parsePointer } from './json-pointer.ts'

/** A document as text has it: its value, or why it cannot be read. */
export type DocumentReading =
  | { readonly kind: 'value', readonly value: unknown }
  | { readonly kind: 'unreadable', readonly problems: ReadonlyArray<{ readonly place: Place, readonly message: string }> }

const YAML_OPTIONS = { prettyErrors: false, merge: true, strict: true } as const
const MAX_DEPTH = 1000

/** Reads a YAML or JSON text. Text that begins with a brace is taken for JSON. */
export function readDocument (text: string): DocumentReading {
  return isJson(text) ? readJson(text) : readYaml(text)
}

/** Tells where JSON pointers lead in a YAML or JSON text; reads it for places only when first asked. */
export function createLocator (text: string): (pointer: string) => Place {
  if (isJson(text)) return pointer => placeAt(text, findJsonOffset(text, pointer))
  let locate: ((pointer: string) => Place) | undefined
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

function readYaml (text: string): DocumentReading {
  const lines = new LineCounter()
  const yaml = parseDocument(text, { ...YAML_OPTIONS, lineCounter: lines })
  if (yaml.errors.length > 0) {
    return {
      kind: 'unreadable',
      problems: yaml.errors.map(error => ({ place: toPlace(lines, error.pos[0]), message: `is not YAML: ${error.message}` }))
    }
  }
  try {
    return { kind: 'value', value: yaml.toJS() }
  } catch (error) {
    // Aliases that name nothing, or that would unfold without end.
    return { kind: 'unreadable', problems: [{ place: { line: 1, column: 1 }, message: `is not YAML that can be used: ${String(error)}` }] }
  }
}

function createYamlLocator (text: string): (pointer: string) => Place {
  const lines = new LineCounter()
  const yaml = parseDocument(text, { ...YAML_OPTIONS, lineCounter: lines })
  return pointer => toPlace(lines, findYamlOffset(yaml, parsePointer(pointer) ?? []))
}

function findYamlOffset (yaml: Document, names: readonly string[]): number {
  let node: unknown = yaml.contents
  let offset = 0
  for (const name of names) {
    const child = findChild(isAlias(node) ? node.resolve(yaml) : node, name)
    if (child === undefined) break
    offset = child.offset
    node = child.node
  }
  return offset
}

/** A member counts from its name, an element from its value. */
function findChild (node: unknown, name: string): { offset: number, node: unknown } | undefined {
  if (isMap(node)) {
    const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === name)
    return pair === undefined ? undefined : { offset: startOf(pair.key), node: pair.value }
  }
  if (!isSeq(node)) return undefined
  const item = node.items[Number(name)]
  return item === undefined ? undefined : { offset: startOf(item), node: item }
}

function startOf (node: unknown): number {
  // Keys and items of a parsed document are nodes, and know their range.
  return (node as Node).range?.[0] ?? 0
}

function toPlace (lines: LineCounter, offset: number): Place {
  const { line, col } = lines.linePos(offset)
  return { line, column: col }
}
