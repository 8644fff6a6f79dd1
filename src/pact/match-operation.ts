import type { Operation } from '../contract/contract.ts'
import { createPathReader, pathPattern, sentPath } from '../contract/route-url.ts'

/** An operation that a request reaches, and the values of its path parameters, still encoded. */
export interface MatchedOperation {
  readonly operation: Operation
  readonly path: Readonly<Record<string, string>>
}

/** Finds the operation that a request reaches: with the base path of the API or without it, a literal path first. */
export function matchOperation (
  operations: readonly Operation[],
  method: string,
  path: string
): MatchedOperation | undefined {
  const found: MatchedOperation[] = []
  for (const operation of operations) {
    if (operation.method !== method) continue
    const template = sentPath(operation.path)
    for (const sent of [path, withoutBase(path, operation.basePath)]) {
      if (sent === undefined || !pathPattern(template).test(sent)) continue
      const values = createPathReader(operation.path)(sent)
      if (values === undefined) continue
      found.push({ operation, path: values })
      break
    }
  }
  return found.toSorted((a, b) => Object.keys(a.path).length - Object.keys(b.path).length)[0]
}

function withoutBase (path: string, base: string): string | undefined {
  return base !== '' && path.startsWith(`${base}/`) ? path.slice(base.length) : undefined
}
