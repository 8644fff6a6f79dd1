import { isScalar } from 'yaml'
import type { YAMLMap } from 'yaml'

/** Sets the comment above a member. */
export function setComment (map: YAMLMap, name: string, text: string): void {
  const pair = map.items.find(({ key }) => isScalar(key) && key.value === name)
  if (pair !== undefined && isScalar(pair.key)) pair.key.commentBefore = toComment(text.split('\n'))
}

/** Returns lines as a comment of a node, each after a space. */
export function toComment (lines: readonly string[]): string {
  return lines.map(line => ` ${line}`).join('\n')
}
