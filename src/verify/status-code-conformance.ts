import { contentTypeOf, mediaTypeOf } from '../messages/media-type.ts'
import { violationCheck } from './violation-check.ts'

/** Checks that each status is one that its operation documents. */
export const statusCodeConformance = violationCheck({
  name: 'status_code_conformance',
  isOne: violation => violation.in === 'status',
  pointerOf: (_violation, operation) => `${operation.pointer}/responses`,
  propose: (_violation, operation, { response: { headers, status } }) => {
    // A failure is no part of what a service promises.
    if (status >= 500) return undefined
    const type = contentTypeOf(headers)
    const content = type === undefined ? {} : { content: { [mediaTypeOf(type)]: {} } }
    return {
      pointer: `${operation.pointer}/responses`,
      update: { [status]: { description: 'The service responds so.', ...content } }
    }
  }
})
