import type { Operation } from '../contract/contract.ts'
import { pathPattern } from '../contract/route-url.ts'
import type { Api } from './api.ts'
import { listServedOperations, listServedRoutes } from './served-route.ts'
import type { ServedOperation, ServedRoute } from './served-route.ts'

/** A path at which an API is served, with the operations of all its methods. */
export interface ServedPath {
  readonly api: Api
  /** The path under which the API is served there. */
  readonly prefix: string
  readonly pattern: RegExp
  readonly operations: readonly Operation[]
}

/** The paths and operations of all APIs, among which a request that matches no route may find the one it meant. */
export class ServedPaths {
  readonly operations: readonly ServedOperation[]
  readonly #apis: readonly Api[]
  readonly #routes: readonly ServedRoute[]
  readonly #paths: readonly ServedPath[]

  constructor (apis: readonly Api[]) {
    this.#apis = apis
    this.#routes = listServedRoutes(apis)
    this.#paths = listPaths(this.#routes)
    this.operations = listServedOperations(this.#routes)
  }

  /** Lists what is served at a path. */
  matching (path: string): ServedPath[] {
    return this.#paths.filter(({ pattern }) => pattern.test(path))
  }

  /** Returns the API whose paths share the most leading segments with a path; `undefined` where two share as many. */
  nearestApi (path: string): Api | undefined {
    if (this.#apis.length === 1) return this.#apis[0]
    const [first, second] = this.#apis
      .map(api => ({ api, shared: this.#sharedSegments(api, path) }))
      .sort((a, b) => b.shared - a.shared)
    if (first === undefined || first.shared === 0 || first.shared === second?.shared) return undefined
    return first.api
  }

  #sharedSegments (api: Api, path: string): number {
    const own = this.#routes.filter(({ contexts }) => contexts[0].api === api)
    return Math.max(0, ...own.map(route => countShared(path, route.path)))
  }
}

function listPaths (routes: readonly ServedRoute[]): ServedPath[] {
  const byPath = Map.groupBy(routes, ({ contexts: [{ api }], path }) => `${api.contract.name} ${path}`)
  const paths: ServedPath[] = []
  for (const [first, ...others] of byPath.values()) {
    if (first === undefined) continue
    const contexts = [first, ...others].flatMap(route => route.contexts)
    paths.push({
      api: first.contexts[0].api,
      prefix: first.prefix,
      operations: contexts.map(({ operation }) => operation),
      pattern: pathPattern(first.path, first.contexts[0].api.worlds.paths)
    })
  }
  return paths
}

function countShared (path: string, template: string): number {
  const segments = path.split('/').slice(1)
  const own = template.split('/').slice(1)
  const differing = own.findIndex((segment, index) => segment !== segments[index])
  return differing === -1 ? own.length : differing
}
