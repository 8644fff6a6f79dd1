import { createRequire } from 'node:module'
import type { Document, LineCounter, Node } from 'yaml'
import { parsePointer } from './json-pointer.ts'
import type { DocumentReading, SourcePosition } from './source-position.ts'

const YAML_OPTIONS = { prettyErrors: false, merge: true, strict: true } as const

/** Reads a YAML text; says where it is not YAML. */
export function readYamlWithPlaces (text: string): DocumentReading {
  const { LineCounter, parseDocument } = loadParser()
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

/** Tells where JSON pointers lead in a YAML text. */
export function createYamlLocator (text: string): (pointer: string) => SourcePosition {
  const { LineCounter, parseDocument } = loadParser()
  const lines = new LineCounter()
  const yaml = parseDocument(text, { ...YAML_OPTIONS, lineCounter: lines })
  return pointer => toPlace(lines, findYamlOffset(yaml, parsePointer(pointer) ?? []))
}

function findYamlOffset (yaml: Document, names: readonly string[]): number {
  const { isAlias } = loadParser()
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
  const { isMap, isScalar, isSeq } = loadParser()
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

function toPlace (lines: LineCounter, offset: number): SourcePosition {
  const { line, col } = lines.linePos(offset)
  return { line, column: col }
}

/** Loaded when it is first needed, as most starts need no places: it takes longer to load than the documents that ship take to read. */
function loadParser (): typeof import('yaml') {
  return createRequire(import.meta.url)('yaml') as typeof import('yaml')  // require knows no types
}
