import type { HeaderDefinition, Operation } from '../contract/contract.ts'
import type { Violation } from '../schemas/violation.ts'
import { findResponse } from '../validation/response-validator.ts'
import { responsePointer, violationCheck } from './violation-check.ts'

/** Checks the headers that operations document for their responses. */
export const responseHeadersConformance = violationCheck({
  name: 'response_headers_conformance',
  isOne: ({ in: place, rule }) => place === 'header' && rule !== 'mediaType',
  pointerOf: (violation, operation, status) =>
    headerOf(violation, operation, status)?.pointer ?? responsePointer(operation, status),
  propose: (violation, operation, { response: { status } }) => {
    const header = headerOf(violation, operation, status)
    if (header === undefined || violation.rule !== 'required') return undefined
    return { pointer: header.pointer, update: { required: false } }
  }
})

function headerOf ({ pointer }: Violation, operation: Operation, status: number): HeaderDefinition | undefined {
  const [, name] = pointer.split('/')
  return findResponse(operation, status)?.headers.find(header => header.name === name?.toLowerCase())
}
