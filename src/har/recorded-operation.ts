import type { Operation } from '../contract/contract.ts'
import { decodePercent } from '../messages/split-pairs.ts'
import { OperationFinder } from './operation-finder.ts'
import type { RecordedRequest } from './recorded-exchange.ts'

/** The operation of a recorded request. */
export interface RecordedOperation {
  readonly operation: Operation
  /** The values of the parameters in its path. */
  readonly path: Readonly<Record<string, string>>
  /** What was before the path of the operation: `https://api.example/v2`. */
  readonly base: string
}

/** The most segments that may be before the path of an operation. */
const MOST_BEFORE = 10

/**
 * Creates the function that finds the operation of a recorded request, whatever the path under which the service was
 * reached. It returns `undefined` for a request that matches none.
 */
export function createRecordedFinder (
  operations: readonly Operation[]
): (request: RecordedRequest) => RecordedOperation | undefined {
  const finder = new OperationFinder(operations)
  return ({ method, url }) => {
    const { origin, pathname } = new URL(url)
    const segments = pathname.split('/').filter(segment => segment !== '')
    for (let before = 0; before <= Math.min(segments.length, MOST_BEFORE); before++) {
      const found = finder.find(method, `/${segments.slice(before).join('/')}`)
      if (found === undefined) continue
      const { basePath, operation, path } = found
      const base = [origin, ...segments.slice(0, before)].join('/') + basePath
      return { operation, path: decodeValues(path), base }
    }
    return undefined
  }
}

function decodeValues (values: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, decodePercent(value) ?? '']))
}
