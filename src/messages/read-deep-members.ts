import { coerce } from './coerce.ts'
import { isSingleValue } from './is-single-value.ts'
import { decodeText } from './split-pairs.ts'
import type { RawPairs } from './split-pairs.ts'
import type { Shape } from '../schemas/shape.ts'

/** The deepest nesting that is read; deeper names are ignored. */
const MAX_DEPTH = 20

interface Branch {
  readonly values: string[]
  readonly members: Map<string, Branch>
}

/**
 * Reads `filter[state]=open&filter[ids][]=1` as the object `filter`; returns `undefined` where no
 * member of it is given.
 */
export function readDeepMembers (name: string, pairs: RawPairs, shape: Shape): unknown {
  const root: Branch = { values: [], members: new Map() }
  for (const [key, values] of pairs) {
    const path = key.startsWith(`${name}[`) ? toPath(key.slice(name.length)) : undefined
    if (path !== undefined) addValues(root, path, values)
  }
  return root.members.size === 0 ? undefined : toValue(root, shape)
}

/**
 * Splits `[ids][]` into `['ids', '']`; returns `undefined` for text that is no path, or is too
 * deep.
 */
function toPath (text: string): string[] | undefined {
  if (!/^(?:\[[^[\]]*\])+$/.test(text)) return undefined
  const path = text.slice(1, -1).split('][')
  return path.length > MAX_DEPTH ? undefined : path
}

function addValues (root: Branch, path: readonly string[], values: readonly string[]): void {
  let branch = root
  for (const name of path) {
    const member: Branch = branch.members.get(name) ?? { values: [], members: new Map() }
    branch.members.set(name, member)
    branch = member
  }
  // A name may have more values than a call takes arguments.
  for (const value of values) branch.values.push(value)
}

function toValue ({ values, members }: Branch, shape: Shape): unknown {
  if (members.size === 0) return toLeaf(values, shape)
  if (members.has('') || shape.isList) return toList(members, shape.items)
  const entries = [...members].map(([name, member]) => [name, toValue(member, shape.member(name))])
  return Object.fromEntries(entries)
}

/** `[]` repeats for each item, and `[0]` is one item. */
function toList (members: Branch['members'], items: Shape): unknown[] {
  const list: unknown[] = []
  for (const [name, member] of members) {
    if (name !== '' || member.members.size > 0) list.push(toValue(member, items))
    else for (const value of member.values) list.push(toItem(value, items))
  }
  return list
}

function toLeaf (values: readonly string[], shape: Shape): unknown {
  const [value = ''] = values
  const isSingle = values.length <= 1 && isSingleValue(decodeText(value) ?? value, shape)
  return isSingle ? toItem(value, shape) : values.map(value => toItem(value, shape.items))
}

function toItem (value: string, shape: Shape): unknown {
  return coerce(decodeText(value) ?? value, shape)
}
