import type { Operation } from '../contract/contract.ts'
import { createPathReader, sentPath } from '../contract/route-url.ts'
import { RouteIndex } from '../worlds/route-index.ts'

/** An operation, with the values of the parameters in its path, still percent-encoded. */
export interface FoundOperation {
  readonly operation: Operation
  readonly path: Readonly<Record<string, string>>
  /** What its path has before that of the operation: the base path of its contract, or nothing. */
  readonly basePath: string
}

interface Route {
  readonly operation: Operation
  readonly basePath: string
  readonly read: ReturnType<typeof createPathReader>
  /** How many of its segments have parameters: a path is that of the route with the fewest. */
  readonly parameters: number
  /** How many characters are in no parameter: of `/{id}` and `/{id}:pay`, `/7:pay` is that of the one with the most. */
  readonly literals: number
}

/** Finds operations by the paths of recorded requests, in time that does not grow with their number. */
export class OperationFinder {
  readonly #index = new RouteIndex()
  readonly #routes = new Map<string, Route>()
  readonly #methods = new Set<string>()

  constructor (operations: readonly Operation[]) {
    for (const operation of operations) {
      this.#methods.add(operation.method)
      this.#add(operation, operation.basePath)
      // A recording may be of a server whose paths begin otherwise.
      if (operation.basePath !== '') this.#add(operation, '')
    }
  }

  /** Finds the operation of a request by its method and its path without a query. */
  find (method: string, path: string): FoundOperation | undefined {
    let best: { readonly route: Route, readonly path: FoundOperation['path'] } | undefined
    for (const name of this.#index.find(method, path)) {
      const route = this.#routes.get(name)
      const values = route?.read(path)
      if (route === undefined || values === undefined) continue
      if (best === undefined || isCloser(route, best.route)) best = { route, path: values }
    }
    if (best === undefined) return undefined
    const { path: values, route: { basePath, operation } } = best
    return { operation, basePath, path: values }
  }

  /** Returns an operation of another method at the path of a request. */
  findOther (path: string): Operation | undefined {
    for (const method of this.#methods) {
      const found = this.find(method, path)
      if (found !== undefined) return found.operation
    }
    return undefined
  }

  #add (operation: Operation, basePath: string): void {
    const path = basePath + operation.path
    const sent = sentPath(path)
    const name = `${operation.method} ${path} ${operation.id}`
    this.#index.add({ method: operation.method, path: sent }, name)
    const parameters = sent.split('/').filter(segment => segment.includes('{')).length
    const literals = sent.replace(/\{[^{}]*\}/g, '').length
    this.#routes.set(name, { operation, basePath, read: createPathReader(path), parameters, literals })
  }
}

function isCloser (one: Route, other: Route): boolean {
  if (one.parameters !== other.parameters) return one.parameters < other.parameters
  return one.literals > other.literals
}
