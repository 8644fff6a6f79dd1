import type { Operation } from '../contract/contract.ts'
import { didYouMeanOperation, findOperation } from '../contract/find-operation.ts'
import { isObject } from '../documents/is-object.ts'
import { shorten } from '../schemas/shorten.ts'
import type { Declaration } from '../simulation/declaration.ts'

/**
 * Parses the id of an operation, `mews.addExport`, its name alone where only one API has it, or its `{ method, path }`
 * as documented.
 */
export function parseOperation (
  declaration: Declaration,
  operations: readonly Operation[]
): Operation {
  const { value } = declaration
  if (typeof value === 'string') {
    const found = findOperation(operations, value)
    if (found !== undefined) return found
    return declaration.refuse(`unknown operation "${shorten(value)}"${didYouMeanOperation(operations, value)}`)
  }
  if (!isObject(value)) {
    return declaration.refuse('must be a name, or an object with method and path')
  }
  const { method, path } = declaration.members(['method', 'path'], ['method', 'path'])
  const line = `${String(method?.value).toUpperCase()} ${path?.value}`
  const found = operations.filter(operation => requestLine(operation) === line)
  if (found.length > 1) {
    return declaration.refuse(
      `${line} is an operation of several APIs: name one of ${found.map(({ id }) => id).join(', ')}`
    )
  }
  return found[0] ?? declaration.refuseWord('operation', line, operations.map(requestLine))
}

function requestLine ({ method, path }: Operation): string {
  return `${method} ${path}`
}
