/** A node that is being visited. */
interface Visit {
  readonly node: string
  readonly targets: Iterator<string>
  /** The position of the first node that is known to be on a cycle with this one. */
  first: number
}

/**
 * Groups the nodes of a graph: those that lead to each other are in one group (Tarjan's algorithm, without recursion).
 * Each node is visited once, when it is first asked for.
 */
export class CycleGroups {
  readonly #targetsOf: (node: string) => Iterable<string>
  readonly #groups = new Map<string, number>()
  #count = 0

  constructor (targetsOf: (node: string) => Iterable<string>) {
    this.#targetsOf = targetsOf
  }

  /** Returns the number of the group of a node. */
  groupOf (node: string): number {
    const known = this.#groups.get(node)
    if (known !== undefined) return known
    this.#visitFrom(node)
    return this.#groups.get(node) ?? -1
  }

  #visitFrom (start: string): void {
    const positions = new Map<string, number>()
    const ungrouped: string[] = []
    const path: Visit[] = []
    const enter = (node: string): void => {
      const position = positions.size
      positions.set(node, position)
      ungrouped.push(node)
      path.push({ node, targets: this.#targetsOf(node)[Symbol.iterator](), first: position })
    }
    enter(start)
    for (let visit = path.at(-1); visit !== undefined; visit = path.at(-1)) {
      const { done, value: target } = visit.targets.next()
      if (done !== true) {
        const position = positions.get(target)
        if (this.#groups.has(target)) continue
        if (position === undefined) enter(target)
        else visit.first = Math.min(visit.first, position)
        continue
      }
      path.pop()
      const before = path.at(-1)
      if (before !== undefined) before.first = Math.min(before.first, visit.first)
      if (visit.first === positions.get(visit.node)) this.#group(ungrouped, visit.node)
    }
  }

  /** Groups the nodes that were entered since one was, which leads to all of them. */
  #group (ungrouped: string[], first: string): void {
    for (const node of ungrouped.splice(ungrouped.lastIndexOf(first))) this.#groups.set(node, this.#count)
    this.#count++
  }
}
