import type { Operation, ResponseDefinition, SchemaReference } from '../contract/contract.ts'
import { isObject } from '../documents/is-object.ts'
import { isJson } from '../messages/media-type.ts'
import { STATUS_CODES } from '../messages/node-http.ts'
import { findResponse } from '../validation/response-validator.ts'
import type { Samples } from './samples.ts'
import { listMembers } from './member.ts'
import { typeOf } from './types-of.ts'
import { literal } from './expression-for.ts'

type Json = Record<string, unknown>

/** How an operation says that it cannot do what it is asked for. */
export interface Refusal {
  readonly reply: Json
  /** What the overlay has to add to the document for it: a response that the operation does not document. */
  readonly responses: Json | undefined
}

/** Whether an operation documents a refusal with a status. A `default` that stands for its success does not. */
export function isDocumented (operation: Operation, status: number): boolean {
  const response = findResponse(operation, status)
  return response !== undefined && (response.status !== 'default' || operation.responses.some(({ status }) => status.startsWith('2')))
}

/** How an operation refuses: with the first of some statuses that it documents, else with the first of all, which the overlay has to add. */
export function refusal (operation: Operation, statuses: readonly number[], text: string, samples: Samples): Refusal {
  const documented = statuses.find(status => isDocumented(operation, status))
  if (documented !== undefined) return { reply: refusalReply(operation, documented, text, samples), responses: undefined }
  const [status = 404] = statuses
  return { reply: { status }, responses: { [status]: { description: text.replace(/ ?\{\$[^}]*\}/, '') } } }
}

/** A reply with an error that an operation documents: what looks like a message says it. */
export function refusalReply (operation: Operation, status: number, text: string, samples: Samples): Json {
  const response = findResponse(operation, status)
  const schema = response && jsonSchema(response)
  if (response === undefined || response.content.length === 0) return { status }
  if (schema === undefined) return { status, body: response.content.some(({ name }) => isJson(name)) ? { message: text } : text }
  return { status, body: errorBody(schema, status, { text, samples }, 0) }
}

const TEXTS = /^(message|msg|detail|details|description|errormessage|error_description|reason|error|title|text|summary)$/i
const STATUSES = /^(status|statuscode|status_code|code|errorcode|error_code|httpstatus)$/i

interface ErrorWords {
  readonly text: string
  readonly samples: Samples
}

function errorBody (schema: SchemaReference, status: number, words: ErrorWords, depth: number): unknown {
  const sample = words.samples.of(schema)
  if (typeOf(schema) === 'string') return words.text
  if (!isObject(sample) || depth > 2) return literal(sample)
  const members = [...listMembers(schema).values()]
  const body: Json = {}
  for (const { name, required, schema } of members) {
    const type = typeOf(schema)
    const isFree = schema.definition.enum === undefined && schema.definition.const === undefined && schema.definition.format === undefined && schema.definition.pattern === undefined
    if (type === 'string' && TEXTS.test(name) && isFree) body[name] = name.toLowerCase() === 'title' ? STATUS_CODES[status] : words.text
    else if ((type === 'integer' || type === 'number') && STATUSES.test(name) && isFree) body[name] = status
    else if (type === 'object' && (required || TEXTS.test(name)) && listMembers(schema).size > 0) body[name] = errorBody(schema, status, words, depth + 1)
    else if (required) body[name] = literal(sample[name])
  }
  return Object.keys(body).length > 0 ? body : literal(sample)
}

function jsonSchema ({ content }: ResponseDefinition): SchemaReference | undefined {
  return content.find(({ name }) => isJson(name))?.schema
}
