import type { Node } from 'yaml'
import { parseJsonPointer } from './json-pointer.ts'
import { loadYaml, parseYaml } from './parse-yaml.ts'
import type { ParsedYaml } from './parse-yaml.ts'
import type { SourcePosition } from './source-position.ts'

/** Returns a function that finds the line and column of a JSON pointer in a YAML text, or of its nearest parent. */
export function createYamlLocator (text: string): (pointer: string) => SourcePosition {
  const parsed = parseYaml(text)
  return pointer => {
    const { line, col } = parsed.lines.linePos(findOffset(parsed, parseJsonPointer(pointer) ?? []))
    return { line, column: col }
  }
}

function findOffset ({ document }: ParsedYaml, names: readonly string[]): number {
  const { isAlias } = loadYaml()
  let node: unknown = document.contents
  let offset = 0
  for (const name of names) {
    const child = findChild(isAlias(node) ? node.resolve(document) : node, name)
    if (child === undefined) break
    offset = child.offset
    node = child.node
  }
  return offset
}

/** Finds a member, which starts at its name, or an element, which starts at its value. */
function findChild (node: unknown, name: string): { offset: number, node: unknown } | undefined {
  const { isMap, isScalar, isSeq } = loadYaml()
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
