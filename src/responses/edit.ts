import { define } from '../documents/own-member.ts'
import type { Draw } from './draw.ts'

/** In the place of a value: the member is absent. */
export const ABSENT = Symbol('absent')

/** A change of one part of a value. */
export interface Edit {
  readonly path: readonly string[]
  /** The values that it may get, the best first. */
  readonly values: readonly unknown[]
}

/** The facts that a generated value is arranged by. */
export interface Arrangement {
  readonly draw: Draw
  /** The parts that stay as they are: examples of the document, and what the request has given. */
  readonly fixed: Set<unknown>
  fits (value: unknown): boolean
}

export type ListEdits = (value: unknown, arrangement: Arrangement) => Edit[]

/** How many values are validated where not all edits fit together. */
const MOST_TRIED = 60

/** Returns a value with the edits that fit: with all of them, or else with each one that does. */
export function withEdits (value: unknown, edits: readonly Edit[], fits: (value: unknown) => boolean): unknown {
  const all = edits.reduce((edited, edit) => withEdit(edited, edit.path, edit.values[0]), value)
  if (fits(all)) return all
  let current = value
  let tried = 0
  for (const { path, values } of edits) {
    for (const part of values) {
      if (++tried > MOST_TRIED) return current
      const edited = withEdit(current, path, part)
      if (!fits(edited)) continue
      current = edited
      break
    }
  }
  return current
}

/** Returns a value with another part, without a change of any object that it has: some are examples of the document. */
function withEdit (value: unknown, [name, ...rest]: readonly string[], part: unknown): unknown {
  if (name === undefined) return part
  if (Array.isArray(value)) {
    const items: unknown[] = [...value]
    items[Number(name)] = withEdit(items[Number(name)], rest, part)
    return items
  }
  if (typeof value !== 'object' || value === null) return value
  const members: Record<string, unknown> = { ...value }
  const changed = withEdit(members[name], rest, part)
  if (changed === ABSENT) Reflect.deleteProperty(members, name)
  else define(members, name, changed)
  return members
}
