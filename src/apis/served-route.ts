import type { Operation } from '../contract/contract.ts'
import { routeKey } from '../contract/route-url.ts'
import type { Api } from './api.ts'
import { listRoutes } from './list-routes.ts'
import type { SharedRoute } from './list-routes.ts'

/** A path at which operations are served. */
export interface ServedRoute {
  readonly contexts: SharedRoute
  /** The path of the API's server, where it is served under that: `/v2`. */
  readonly prefix: string
  readonly method: string
  /** With the prefix. */
  readonly path: string
}

/**
 * Lists the routes of all APIs: under the path of their server, and at their own paths too unless the document is
 * mounted under that path alone or another document is served there.
 */
export function listServedRoutes (apis: readonly Api[]): ServedRoute[] {
  const listed = apis.flatMap(api => listRoutes(api).map(contexts => ({ contexts, contract: api.contract })))
  const own = listed.map(({ contexts }) => toServed(contexts, contexts[0].operation.basePath))
  const bare = listed
    .filter(({ contexts, contract }) => contexts[0].operation.basePath !== '' && !contract.isMounted)
    .map(({ contexts }) => toServed(contexts, ''))
  // A request without a prefix could be for either of two documents with the same path.
  const claims = Map.groupBy([...own, ...bare], keyOf)
  return [...own, ...bare.filter(route => claims.get(keyOf(route))?.length === 1)]
}

/** An operation at a path at which it is served. */
export type ServedOperation = Pick<Operation, 'id' | 'method' | 'path'>

/** Lists the operations at all paths at which they are served. */
export function listServedOperations (routes: readonly ServedRoute[]): ServedOperation[] {
  return routes.flatMap(({ contexts, method, path }) => contexts.map(({ operation: { id } }) => ({ id, method, path })))
}

function toServed (contexts: SharedRoute, prefix: string): ServedRoute {
  const { method, path } = contexts[0].operation
  return { contexts, prefix, method, path: `${prefix}${path}` }
}

function keyOf ({ contexts: [{ api }], method, path }: ServedRoute): string {
  return routeKey(method, path, api.worlds.paths)
}
