import { isMap, isPair, isScalar, isSeq } from 'yaml'
import type { Node } from 'yaml'
import { exactJson } from '../exact-json.ts'

/** The length as JSON past which a collection is written over several lines. */
const MAX_LENGTH = 80

/** Writes short collections without comments in one line. Returns whether a node is one, or a scalar. */
export function compactYaml (node: unknown): boolean {
  if (isPair(node)) {
    const isShort = compactYaml(node.value)
    return isShort && !(isScalar(node.key) && node.key.commentBefore != null)
  }
  if (!isMap(node) && !isSeq(node)) return true
  // Every item is compacted, also after one that is long.
  const children = node.items.map(item => compactYaml(item) && (item as Node).commentBefore == null)
  const isEmpty = node.items.length === 0
  const isShort = !isEmpty && children.every(Boolean) && exactJson.stringify(node.toJSON()).length < MAX_LENGTH
  node.flow = isShort || isEmpty
  return isShort
}
