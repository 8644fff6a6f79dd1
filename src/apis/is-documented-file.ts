import type { Operation } from '../contract/contract.ts'
import { findMediaType } from '../messages/find-media-type.ts'
import { shapeOf } from '../schemas/shape.ts'
import { findResponse } from '../validation/response-validator.ts'

/** Tells whether an operation documents a response as a file: as bytes, or with the header for their number. */
export function isDocumentedFile (operation: Operation, status: number, contentType: string): boolean {
  const response = findResponse(operation, status)
  if (response === undefined) return false
  const { content, headers } = response
  if (headers.some(({ name }) => name === 'content-length')) return true
  return shapeOf(findMediaType(content, contentType)?.schema).isBinary
}
