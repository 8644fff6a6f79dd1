import type { Contract, Operation } from '../contract/contract.ts'
import { createPathReader, sentPath } from '../contract/route-url.ts'
import { RouteIndex } from '../worlds/route-index.ts'

/** An operation, with the values of the parameters in its path, still percent-encoded. */
export interface FoundOperation {
  readonly operation: Operation
  readonly path: Readonly<Record<string, string>>
}

interface Route {
  readonly operation: Operation
  readonly read: ReturnType<typeof createPathReader>
  /** How many of its segments are parameters: a path is that of the route with the fewest. */
  readonly parameters: number
}

/** Finds the operations of contracts by the paths of requests, in time that does not grow with their number. */
export class OperationFinder {
  readonly #index = new RouteIndex()
  readonly #routes = new Map<string, Route>()
  readonly #methods = new Set<string>()

  constructor (contracts: readonly Contract[]) {
    for (const contract of contracts) {
      for (const operation of contract.operations) {
        this.#methods.add(operation.method)
        this.#add(operation, operation.basePath + operation.path)
        // A recording may be of a server whose paths begin otherwise.
        if (operation.basePath !== '') this.#add(operation, operation.path)
      }
    }
  }

  /** Finds the operation of a request by its method and its path without a query. */
  find (method: string, path: string): FoundOperation | undefined {
    let best: (FoundOperation & { readonly parameters: number }) | undefined
    for (const name of this.#index.find(method, path)) {
      const route = this.#routes.get(name)
      const values = route?.read(path)
      if (route === undefined || values === undefined) continue
      const { operation, parameters } = route
      if (best === undefined || parameters < best.parameters) best = { operation, path: values, parameters }
    }
    return best
  }

  /** Returns an operation of another method at the path of a request. */
  findOther (path: string): Operation | undefined {
    for (const method of this.#methods) {
      const found = this.find(method, path)
      if (found !== undefined) return found.operation
    }
    return undefined
  }

  #add (operation: Operation, path: string): void {
    const sent = sentPath(path)
    const name = `${operation.method} ${path} ${operation.id}`
    this.#index.add({ method: operation.method, path: sent }, name)
    const parameters = sent.split('/').filter(segment => segment.includes('{')).length
    this.#routes.set(name, { operation, read: createPathReader(path), parameters })
  }
}
