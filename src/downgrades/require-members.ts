import { isObject } from '../documents/is-object.ts'
import type { JsonObject } from '../documents/is-object.ts'
import type { Part } from '../documents/walk-document.ts'

/** Adds what OpenAPI 3.0 requires of a part, in place: an operation has responses, and a response a description. */
export function requireMembers ({ kind, value }: Part): void {
  if (kind === 'response') value.description ??= ''
  if (kind === 'operation') requireResponses(value)
}

function requireResponses (operation: JsonObject): void {
  const { responses } = operation
  if (isObject(responses) && Object.keys(responses).some(status => !status.startsWith('x-'))) return
  operation.responses = { ...isObject(responses) && responses, default: { description: 'Not documented.' } }
}
