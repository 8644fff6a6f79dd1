import { isObject } from '../documents/is-object.ts'

/** A value of a trial that a journey takes from elsewhere, by an expression. */
export class Bound {
  readonly value: unknown
  /** `$steps.create.outputs.id`, `Bearer {$inputs.token}` */
  readonly expression: string

  constructor (value: unknown, expression: string) {
    this.value = value
    this.expression = expression
  }
}

/** Returns a tree of values as it is sent in a trial. */
export function actual (tree: unknown): unknown {
  return mapBound(tree, ({ value }) => value)
}

/** Returns a tree of values as it is written in a journey. */
export function written (tree: unknown): unknown {
  return mapBound(tree, ({ expression }) => expression)
}

function mapBound (tree: unknown, map: (bound: Bound) => unknown): unknown {
  if (tree instanceof Bound) return map(tree)
  if (Array.isArray(tree)) return tree.map(item => mapBound(item, map))
  if (!isObject(tree)) return tree
  return Object.fromEntries(Object.entries(tree).map(([name, member]) => [name, mapBound(member, map)]))
}

/** Returns a tree in which values that steps give are plain ones. */
export function withoutSteps (tree: unknown): unknown {
  return mapBound(tree, bound => bound.expression.includes('$steps.') ? bound.value : bound)
}

/** Lists the bound values in a tree. */
export function listBound (tree: unknown): Bound[] {
  if (tree instanceof Bound) return [tree]
  if (Array.isArray(tree)) return tree.flatMap(listBound)
  return isObject(tree) ? Object.values(tree).flatMap(listBound) : []
}
