import type { Operation } from '../contract/contract.ts'
import { isObject } from '../documents/is-object.ts'
import type { Declaration } from '../simulation/declaration.ts'

/** Parses the name of an operation, `mews.addExport`, or its `{ method, path }` as documented. */
export function parseOperation (
  declaration: Declaration,
  operations: readonly Operation[]
): Operation {
  const { value } = declaration
  if (typeof value === 'string') {
    return (
      operations.find(({ id }) => id === value) ??
      declaration.refuseWord(
        'operation',
        value,
        operations.map(({ id }) => id)
      )
    )
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
