import type { Operation } from '../contract/contract.ts'
import { pathPattern, sentPath } from '../contract/route-url.ts'
import { decodePercent } from '../messages/split-pairs.ts'
import type { RecordedRequest } from './recorded-exchange.ts'

/** The operation of a recorded request. */
export interface RecordedOperation {
  readonly operation: Operation
  /** The values of the parameters in its path. */
  readonly path: Readonly<Record<string, string>>
  /** What was before the path of the operation: `https://api.example/v2`. */
  readonly base: string
}

interface Route {
  readonly operation: Operation
  readonly pattern: RegExp
  readonly names: readonly string[]
}

/** The most segments that may be before the path of an operation. */
const MOST_BEFORE = 10

/**
 * Creates the function that finds the operation of a recorded request, whatever the path under which the service was
 * reached. It returns `undefined` for a request that matches none.
 */
export function createOperationFinder (
  operations: readonly Operation[]
): (request: RecordedRequest) => RecordedOperation | undefined {
  const routes = new Map<string, Route[]>()
  for (const operation of operations) {
    const path = sentPath(operation.path)
    const names = [...path.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name)
    const key = `${operation.method} ${segmentsOf(path).length}`
    const route = { operation, pattern: pathPattern(path), names }
    routes.set(key, [...routes.get(key) ?? [], route].sort((a, b) => a.names.length - b.names.length))
  }
  return ({ method, url }) => {
    const { origin, pathname } = new URL(url)
    const segments = segmentsOf(pathname)
    for (let before = 0; before <= Math.min(segments.length, MOST_BEFORE); before++) {
      const path = `/${segments.slice(before).join('/')}`
      const found = findRoute(routes.get(`${method} ${segments.length - before}`) ?? [], path)
      if (found !== undefined) return { ...found, base: [origin, ...segments.slice(0, before)].join('/') }
    }
    return undefined
  }
}

function findRoute (routes: readonly Route[], path: string): Omit<RecordedOperation, 'base'> | undefined {
  for (const { names, operation, pattern } of routes) {
    const values = pattern.exec(path)
    if (values === null) continue
    const pairs = names.map((name, index) => [name, decodePercent(values[index + 1] ?? '') ?? ''] as const)
    return { operation, path: Object.fromEntries(pairs) }
  }
  return undefined
}

function segmentsOf (path: string): string[] {
  return path.split('/').filter(segment => segment !== '')
}
