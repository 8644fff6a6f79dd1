import type { Operation, ResponseDefinition, SchemaReference } from '../contract/contract.ts'
import type { JsonObject } from '../documents/is-object.ts'
import { isJson } from '../messages/media-type.ts'
import { findResponse } from '../validation/response-validator.ts'
import { errorBody } from './error-body.ts'
import type { Samples } from './samples.ts'

/** The response of an operation that refuses a request. */
export interface Refusal {
  readonly reply: JsonObject
  /** The response that the overlay adds, when the operation documents none for it. */
  readonly responses: JsonObject | undefined
}

/** The parts that a refusal is made from. */
export interface RefusalSource {
  readonly samples: Samples
  /** Whether the document is Swagger 2.0, whose responses have their schema in another place. */
  readonly isSwagger: boolean
}

/**
 * Returns whether an operation documents a refusal with a status. A `default` response for its success does not count.
 */
export function isDocumented (operation: Operation, status: number): boolean {
  const response = findResponse(operation, status)
  if (response === undefined) return false
  return response.status !== 'default' || operation.responses.some(({ status }) => status.startsWith('2'))
}

/**
 * Proposes a refusal with the first status that the operation documents; else with the first one,
 * which the overlay adds, with a message.
 */
export function refusal (
  operation: Operation,
  statuses: readonly number[],
  text: string,
  { isSwagger, samples }: RefusalSource
): Refusal {
  const documented = statuses.find(status => isDocumented(operation, status))
  if (documented !== undefined) {
    return { reply: refusalReply(operation, documented, text, samples), responses: undefined }
  }
  const [status = 404] = statuses
  const description = text.replace(/ ?\{\$[^}]*\}/, '')
  const schema = { type: 'object', required: ['message'], properties: { message: { type: 'string' } } }
  const content = isSwagger ? { schema } : { content: { 'application/json': { schema } } }
  return { reply: { status, body: { message: text } }, responses: { [status]: { description, ...content } } }
}

/**
 * Proposes a reply with an error in the form that an operation documents, with the text in the member for a message.
 */
export function refusalReply (operation: Operation, status: number, text: string, samples: Samples): JsonObject {
  const response = findResponse(operation, status)
  if (response === undefined || response.content.length === 0) return { status }
  const schema = jsonSchema(response)
  if (schema !== undefined) return { status, body: errorBody(schema, { samples, status, text }) }
  const acceptsJson = response.content.some(({ name }) => isJson(name))
  return { status, body: acceptsJson ? { message: text } : text }
}

function jsonSchema ({ content }: ResponseDefinition): SchemaReference | undefined {
  return content.find(({ name }) => isJson(name))?.schema
}
