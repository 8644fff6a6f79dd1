import { findResponse } from '../validation/response-validator.ts'
import { responsePointer, violationCheck } from './violation-check.ts'

/** Checks that the body of each response fits its schema. */
export const responseSchemaConformance = violationCheck({
  name: 'response_schema_conformance',
  isOne: violation => violation.in === 'body',
  pointerOf: (_violation, operation, status) => {
    const [first] = findResponse(operation, status)?.content ?? []
    return first?.schema?.pointer ?? responsePointer(operation, status)
  }
})
