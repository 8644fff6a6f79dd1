import type { Operation } from '../contract/contract.ts'
import { isObject } from '../documents/is-object.ts'
import type { ApiSimulation } from '../simulation/api-simulation.ts'
import type { Declaration } from '../simulation/declaration.ts'
import type { StubRoute } from '../worlds/stub-verbs.ts'
import { findDeclaredOperation, parseOperation } from './parse-operation.ts'
import { parseRouteName, routeProblem } from './route-operation.ts'
import { createRouteTarget, createStubTarget, createWideTarget } from './stub-target.ts'
import type { StubTarget } from './stub-target.ts'

/** Finds what a stub is for. `contract` says whether it may be for a path outside every document. */
export type FindTarget = (declaration: Declaration, contract: 'on' | 'off') => StubTarget

/** The name of the operations of all documents. */
const ALL = '*'

/** Creates the function that finds the targets of stubs; `simulations` are by API name. */
export function createTargetFinder (
  operations: readonly Operation[],
  simulations: ReadonlyMap<string, ApiSimulation>
): FindTarget {
  const targets = new Map<Operation, StubTarget>()
  const targetOf = (operation: Operation): StubTarget => {
    const target = targets.get(operation) ?? createStubTarget(operation, simulations.get(operation.api))
    targets.set(operation, target)
    return target
  }
  const apis = Map.groupBy(operations, ({ api }) => `${api}.*`)
  const wideTargets = new Map<string, StubTarget>()
  const wideTargetOf = (name: string): StubTarget | undefined => {
    const own = name === ALL ? operations : apis.get(name)
    const target = wideTargets.get(name) ?? (own && createWideTarget(name, own))
    if (target !== undefined) wideTargets.set(name, target)
    return target
  }
  const wideNames = [...apis.keys(), ALL]

  return (declaration, contract) => {
    const { value } = declaration
    const operation = findDeclaredOperation(declaration, operations)
    if (operation !== undefined) return targetOf(operation)
    const wide = typeof value === 'string' ? wideTargetOf(value) : undefined
    if (wide !== undefined) return wide
    const route = routeOf(value)
    if (route === undefined) return targetOf(parseOperation(declaration, operations, { names: wideNames }))
    if (contract === 'off') return routeTarget(declaration, route)
    const hint = 'no document has this path: with "contract": "off" a stub may be for it'
    return targetOf(parseOperation(declaration, operations, { names: wideNames, hint }))
  }
}

function routeOf (value: unknown): StubRoute | undefined {
  if (typeof value === 'string') return parseRouteName(value)
  if (!isObject(value)) return undefined
  const { method, path } = value
  if (typeof method !== 'string' || typeof path !== 'string') return undefined
  return { method: method.toUpperCase(), path }
}

function routeTarget (declaration: Declaration, route: StubRoute): StubTarget {
  const problem = routeProblem(route)
  return problem === undefined ? createRouteTarget(route) : declaration.refuse(`must ${problem}`)
}
