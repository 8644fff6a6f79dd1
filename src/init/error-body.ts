import type { SchemaReference } from '../contract/contract.ts'
import { isObject } from '../documents/is-object.ts'
import type { JsonObject } from '../documents/is-object.ts'
import { STATUS_CODES } from '../messages/node-http.ts'
import { listMembers } from './member.ts'
import { plainName } from './role-of.ts'
import { isValid } from './samples.ts'
import type { Samples } from './samples.ts'
import { itemsOf, typeOf, valuesOf } from './types-of.ts'
import { literal } from '../simulation/literal.ts'

/** Matches members that hold a message. */
const TEXTS =
  /^(message|msg|details?|description|errormessage|error_description|reason|error|title|text|summary|usermessage)$/i

/** Matches members that repeat the HTTP status. */
const STATUSES = /^(status|statuscode|status_code|code|errorcode|error_code|httpstatus)$/i

/** Matches members with a word for the kind of error. */
const CODES = /^(error)?(code|type|key|reason|error|name)$/

/** Matches members with a list of errors. */
const LISTS = /^(errors?|messages|details|problems|violations|issues|faults)$/i

/** Matches words for kinds of errors, by HTTP status. */
const WORDS: Readonly<Record<number, RegExp>> = {
  400: /invalid|bad/i,
  404: /not.?found|missing|unknown|no.?such|not.?exist/i,
  409: /conflict|exists|duplicate|state|already/i,
  410: /gone|expired|not.?found/i,
  422: /unprocessable|invalid|validation/i
}

export interface ErrorContent {
  readonly samples: Samples
  readonly status: number
  readonly text: string
}

/** Proposes the body of an error: a message, the status and a word for it, wherever the schema has a place for them. */
export function errorBody (schema: SchemaReference, content: ErrorContent, depth = 0): unknown {
  const sample = content.samples.of(schema)
  if (typeOf(schema) === 'string') return content.text
  const items = itemsOf(schema)
  if (items !== undefined && depth <= 2) return [errorBody(items, content, depth + 1)]
  if (!isObject(sample) || depth > 2) return literal(sample)
  const body: JsonObject = {}
  for (const { name, required, schema: member } of listMembers(schema).values()) {
    const value = knownValue(name, member, content)
    const isInner = hasErrors(name, member, required)
    if (value !== undefined) body[name] = value
    else if (isInner) body[name] = errorBody(member, content, depth + 1)
    else if (required) body[name] = literal(sample[name])
  }
  return Object.keys(body).length > 0 ? body : literal(sample)
}

/** Returns whether a member has an error in it, or a list of errors. */
function hasErrors (name: string, schema: SchemaReference, required: boolean): boolean {
  const items = itemsOf(schema)
  if (items !== undefined) {
    const isError = typeOf(items) === 'string' || listMembers(items).size > 0
    return isError && LISTS.test(name) && (required || /^(errors|messages)$/i.test(name))
  }
  const hasMembers = typeOf(schema) === 'object' && listMembers(schema).size > 0
  return hasMembers && (required || TEXTS.test(name))
}

/** Returns the message, the status or a word for it, for a member that is free to hold it. */
function knownValue (name: string, schema: SchemaReference, { status, text }: ErrorContent): unknown {
  const type = typeOf(schema)
  if (type === 'boolean') {
    return /^(ok|success|succeeded)$/.test(plainName(name)) && isValid(schema, false) ? false : undefined
  }
  const values = valuesOf(schema)
  if (values !== undefined) {
    const isKind = type === 'string' && (CODES.test(plainName(name)) || STATUSES.test(name))
    return isKind ? values.find(value => WORDS[status]?.test(String(value)) === true) : undefined
  }
  if (type === 'integer' || type === 'number') {
    return STATUSES.test(name) && isValid(schema, status) ? status : undefined
  }
  if (type !== 'string') return undefined
  const phrase = STATUS_CODES[status] ?? 'Error'
  if (/^(http)?status(code)?$/.test(plainName(name))) return freeText(schema, String(status))
  if (TEXTS.test(name)) return freeText(schema, plainName(name) === 'title' ? phrase : text)
  return CODES.test(plainName(name)) ? freeText(schema, phrase.toLowerCase().replaceAll(/[^a-z]+/g, '_')) : undefined
}

/** Returns a text where the schema says nothing of its form. */
function freeText ({ definition }: SchemaReference, text: string): string | undefined {
  return definition.format === undefined && definition.pattern === undefined ? text : undefined
}
