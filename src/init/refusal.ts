import type { Operation, ResponseDefinition, SchemaReference } from '../contract/contract.ts'
import { isObject } from '../documents/is-object.ts'
import type { JsonObject } from '../documents/is-object.ts'
import { isJson } from '../messages/media-type.ts'
import { STATUS_CODES } from '../messages/node-http.ts'
import { findResponse } from '../validation/response-validator.ts'
import { literal } from './expression-for.ts'
import { listMembers } from './member.ts'
import type { Samples } from './samples.ts'
import { typeOf } from './types-of.ts'

/** The response of an operation that refuses a request. */
export interface Refusal {
  readonly reply: JsonObject
  /** The response that the overlay adds, when the operation documents none for it. */
  readonly responses: JsonObject | undefined
}

/** What a refusal is made from. */
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

/** Matches members that hold a message. */
const TEXTS = /^(message|msg|details?|description|errormessage|error_description|reason|error|title|text|summary)$/i

/** Matches members that repeat the HTTP status. */
const STATUSES = /^(status|statuscode|status_code|code|errorcode|error_code|httpstatus)$/i

interface ErrorContent {
  readonly samples: Samples
  readonly status: number
  readonly text: string
}

function errorBody (schema: SchemaReference, content: ErrorContent, depth = 0): unknown {
  const sample = content.samples.of(schema)
  if (typeOf(schema) === 'string') return content.text
  if (!isObject(sample) || depth > 2) return literal(sample)
  const body: JsonObject = {}
  for (const { name, required, schema: member } of listMembers(schema).values()) {
    const value = knownValue(name, member, content)
    const hasMembers = typeOf(member) === 'object' && listMembers(member).size > 0
    if (value !== undefined) body[name] = value
    else if (hasMembers && (required || TEXTS.test(name))) body[name] = errorBody(member, content, depth + 1)
    else if (required) body[name] = literal(sample[name])
  }
  return Object.keys(body).length > 0 ? body : literal(sample)
}

/** Returns the message or the status, for a member that is free to hold it. */
function knownValue (name: string, schema: SchemaReference, { status, text }: ErrorContent): unknown {
  const { const: only, enum: values, format, pattern } = schema.definition
  const isFree = [only, values, format, pattern].every(keyword => keyword === undefined)
  if (!isFree) return undefined
  const type = typeOf(schema)
  if (type === 'string' && TEXTS.test(name)) return name.toLowerCase() === 'title' ? STATUS_CODES[status] : text
  return (type === 'integer' || type === 'number') && STATUSES.test(name) ? status : undefined
}

function jsonSchema ({ content }: ResponseDefinition): SchemaReference | undefined {
  return content.find(({ name }) => isJson(name))?.schema
}
