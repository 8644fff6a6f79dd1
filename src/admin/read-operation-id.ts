import type { Operation } from '../contract/contract.ts'
import { didYouMeanOperation, findOperation } from '../contract/find-operation.ts'
import { InvalidRequest } from '../errors.ts'
import { parseRouteName } from '../scenarios/route-operation.ts'
import { createViolation } from '../schemas/create-violation.ts'
import { withViolations } from '../schemas/with-violations.ts'

/**
 * Returns the id of the operation that a query names, or the name of a route outside every document. Throws
 * `InvalidRequest` for any other word.
 */
export function readOperationId (word: string, operations: readonly Operation[]): string {
  const found = findOperation(operations, word)
  if (found !== undefined) return found.id
  if (parseRouteName(word) !== undefined) return word
  const expected = `be the id of an operation${didYouMeanOperation(operations, word)}`
  const violation = createViolation({ in: 'query', pointer: '/operation' }, { rule: 'unknown', expected }, word)
  throw withViolations(InvalidRequest, [violation])
}
