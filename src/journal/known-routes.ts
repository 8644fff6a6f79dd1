import type { Operation } from '../contract/contract.ts'
import { parseRouteName, routeOperation, routeProblem } from '../scenarios/route-operation.ts'
import type { Store } from '../worlds/store.ts'

/**
 * Lists the routes outside every document that a world knows, by its stubs and by its journal, as operations: they
 * can be named where operations are.
 */
export function knownRoutes (store: Store): Operation[] {
  const names = new Set<string>()
  for (const { operation, route } of store.stubs()) {
    if (route !== undefined) names.add(operation)
  }
  for (const { operation } of store.exchanges()) {
    if (operation !== undefined) names.add(operation)
  }
  const routes = [...names].map(parseRouteName).filter(route => route !== undefined)
  return routes.filter(route => routeProblem(route) === undefined).map(routeOperation)
}
