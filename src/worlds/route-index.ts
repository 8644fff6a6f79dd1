import { EXACT_PATHS, foldCase, normalPath } from '../contract/path-matching.ts'
import type { PathMatching } from '../contract/path-matching.ts'
import { decodeComponent } from '../documents/decode-component.ts'
import type { StubRoute } from './stub-verbs.ts'

/** A place in the tree of paths, with what follows it, segment by segment. */
interface Node {
  readonly literals: Map<string, Node>
  /** The node after a segment with a parameter. */
  parameter: Node | undefined
  /** How many stubs have each name, by the name. */
  readonly names: Map<string, number>
}

/** Finds the names of routes by the path of a request, in time that does not grow with their number. */
export class RouteIndex {
  readonly #roots = new Map<string, Node>()
  readonly #paths: PathMatching
  #size = 0

  constructor (paths = EXACT_PATHS) {
    this.#paths = paths
  }

  get isEmpty (): boolean {
    return this.#size === 0
  }

  /** Adds one more stub of a route with a name. */
  add ({ method, path }: StubRoute, name: string): void {
    let node = this.#roots.get(method) ?? createNode()
    this.#roots.set(method, node)
    for (const segment of this.#segmentsOf(path)) node = stepInto(node, segment)
    node.names.set(name, (node.names.get(name) ?? 0) + 1)
    this.#size++
  }

  /** Removes one stub of a route with a name. */
  remove ({ method, path }: StubRoute, name: string): void {
    let node = this.#roots.get(method)
    for (const segment of this.#segmentsOf(path)) {
      node = isParameter(segment) ? node?.parameter : node?.literals.get(segment)
    }
    const count = node?.names.get(name)
    if (node === undefined || count === undefined) return
    if (count === 1) node.names.delete(name)
    else node.names.set(name, count - 1)
    this.#size--
  }

  /**
   * Returns the names of the routes that may match the path of a request. A segment such as `{id}:cancel` counts as
   * a parameter here: the caller still has to read the path by the route.
   */
  find (method: string, path: string): readonly string[] {
    let nodes = [this.#roots.get(method)].filter(node => node !== undefined)
    for (const segment of this.#segmentsOf(path)) {
      nodes = nodes.flatMap(({ literals, parameter }) => [literals.get(segment), parameter])
        .filter(node => node !== undefined)
      if (nodes.length === 0) return []
    }
    return nodes.flatMap(({ names }) => [...names.keys()])
  }

  /** Splits a path into its segments, decoded, without a slash at its end. */
  #segmentsOf (path: string): string[] {
    const { ignoreDuplicateSlashes, ignorePathCase } = this.#paths
    const plain = normalPath(path, { ignoreDuplicateSlashes }).replace(/\/$/, '')
    const segments = plain.split('/').slice(1).map(decodeComponent)
    return ignorePathCase === true ? segments.map(foldCase) : segments
  }
}

function createNode (): Node {
  return { literals: new Map(), parameter: undefined, names: new Map() }
}

function stepInto (node: Node, segment: string): Node {
  if (isParameter(segment)) {
    node.parameter ??= createNode()
    return node.parameter
  }
  const next = node.literals.get(segment) ?? createNode()
  node.literals.set(segment, next)
  return next
}

function isParameter (segment: string): boolean {
  return segment.includes('{')
}
