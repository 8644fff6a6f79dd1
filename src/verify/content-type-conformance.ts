import { contentTypeOf, mediaTypeOf } from '../messages/media-type.ts'
import { responsePointer, violationCheck } from './violation-check.ts'

/** Checks that the media type of each response is one that its operation documents for the status. */
export const contentTypeConformance = violationCheck({
  name: 'content_type_conformance',
  isOne: ({ rule }) => rule === 'mediaType',
  pointerOf: (_violation, operation, status) => responsePointer(operation, status),
  propose: (_violation, operation, { response: { headers, status } }) => {
    const type = contentTypeOf(headers)
    if (type === undefined) return undefined
    return { pointer: responsePointer(operation, status), update: { content: { [mediaTypeOf(type)]: {} } } }
  }
})
