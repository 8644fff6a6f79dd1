import type { Operation } from '../contract/contract.ts'
import { didYouMeanOperation, findOperation } from '../contract/find-operation.ts'
import { isObject } from '../documents/is-object.ts'
import { shorten } from '../schemas/shorten.ts'
import { unknownWord } from '../simulation/declaration.ts'
import type { Declaration } from '../simulation/declaration.ts'

/** Other names that can be given instead of an operation, and what to do where none fits. */
export interface OperationWords {
  readonly names?: readonly string[]
  readonly hint?: string
}

/**
 * Parses the id of an operation, `mews.addExport`, its name alone where only one API has it, or its `{ method, path }`
 * as documented.
 */
export function parseOperation (
  declaration: Declaration,
  operations: readonly Operation[],
  { hint, names = [] }: OperationWords = {}
): Operation {
  const found = findDeclaredOperation(declaration, operations)
  if (found !== undefined) return found
  const { value } = declaration
  if (typeof value === 'string') {
    const known = [...operations, ...names.map(name => ({ id: name, name }))]
    return declaration.refuse(`unknown operation "${shorten(value)}"${didYouMeanOperation(known, value)}`)
  }
  const message = unknownWord('operation', requestedLine(declaration), operations.map(requestLine))
  return declaration.refuse(hint === undefined ? message : `${message}; ${hint}`)
}

/**
 * Returns the operation that a name or a `{ method, path }` means; `undefined` where none does. Rejects another form,
 * and a method and path that several APIs have.
 */
export function findDeclaredOperation (
  declaration: Declaration,
  operations: readonly Operation[]
): Operation | undefined {
  const { value } = declaration
  if (typeof value === 'string') return findOperation(operations, value)
  if (!isObject(value)) {
    return declaration.refuse('must be a name, or an object with method and path')
  }
  const line = requestedLine(declaration)
  const found = operations.filter(operation => requestLine(operation) === line)
  if (found.length > 1) {
    return declaration.refuse(
      `${line} is an operation of several APIs: name one of ${found.map(({ id }) => id).join(', ')}`
    )
  }
  return found[0]
}

function requestedLine (declaration: Declaration): string {
  const { method, path } = declaration.members(['method', 'path'], ['method', 'path'])
  return `${String(method?.value).toUpperCase()} ${path?.value}`
}

function requestLine ({ method, path }: Operation): string {
  return `${method} ${path}`
}
