import type { MediaType, SchemaReference } from '../contract/contract.ts'
import { isObject } from '../documents/is-object.ts'
import { isJson, isSequence } from '../messages/media-type.ts'
import { schemaValidator } from '../schemas/schema-validator.ts'
import { shapeOf } from '../schemas/shape.ts'
import type { Shape } from '../schemas/shape.ts'
import type { ViolationList } from '../schemas/violation-list.ts'
import { BODY, createCountViolation } from '../schemas/create-violation.ts'
import type { Direction } from '../schemas/schema-variant.ts'

/**
 * Adds the violations of a body that has been parsed; titles are the places of a sequence's items:
 * `line 3`.
 */
export type BodyCheck = (value: unknown, violations: ViolationList, titles?: readonly string[]) => void

/** Creates the check that a body fits its media type's schema, in a request or in a response. */
export function createBodyCheck ({ items, name, schema }: MediaType, direction: Direction): BodyCheck {
  // In OpenAPI 3.0 and 3.1, some schemas describe all lines as a list, and others each line.
  const describesItem = schema !== undefined && isSequence(name) && !shapeOf(schema).isList
  const itemSchema = items ?? (describesItem ? schema : undefined)
  const checkItems = itemSchema && createItemsCheck(itemSchema, direction)
  if (schema === undefined || schema === itemSchema) return checkItems ?? (() => {})

  const checkAll = isJson(name) ? createValueCheck(schema, direction) : createBytesCheck(schema, direction)
  if (checkItems === undefined) return checkAll
  return (value, violations, titles) => {
    checkItems(value, violations, titles)
    checkAll(value, violations, titles)
  }
}

function createValueCheck (schema: SchemaReference, direction: Direction): BodyCheck {
  const validate = schemaValidator(schema, direction)
  return (value, violations) => {
    const errors = validate(value)
    if (errors !== undefined) violations.addErrors(errors, schema, BODY)
  }
}

function createItemsCheck (schema: SchemaReference, direction: Direction): BodyCheck {
  const validate = schemaValidator(schema, direction)
  return (value, violations, titles) => {
    for (const [index, item] of (Array.isArray(value) ? value : [value]).entries()) {
      const errors = validate(withText(item))
      const title = titles?.[index]
      if (errors !== undefined) violations.addErrors(errors, schema, { in: 'body', pointer: `/${index}`, title })
    }
  }
}

/**
 * Bytes have no type in JSON Schema: a schema's lengths limit their number. Within a form they are
 * text with a character for each byte.
 */
function createBytesCheck (schema: SchemaReference, direction: Direction): BodyCheck {
  const checkValue = createValueCheck(schema, direction)
  return (value, violations) => {
    const shape = shapeOf(schema)
    // Some schemas describe text as an object.
    if (typeof value === 'string' && isOnlyStructured(shape)) return
    if (!Buffer.isBuffer(value)) return checkValue(withText(value), violations)
    for (const [rule, fits, word] of LENGTHS) {
      const limit = shape.said(rule).find(limit => typeof limit === 'number')
      if (limit === undefined || fits(value.length, limit)) continue
      const expectation = { rule, expected: `have at ${word} ${limit} bytes` }
      violations.add(createCountViolation(BODY, expectation, value.length))
    }
  }
}

function isOnlyStructured ({ kinds }: Shape): boolean {
  return kinds.size > 0 && [...kinds].every(kind => kind === 'object' || kind === 'array')
}

const LENGTHS = [
  ['maxLength', (length: number, limit: number) => length <= limit, 'most'],
  ['minLength', (length: number, limit: number) => length >= limit, 'least']
] as const

/** Replaces bytes by text. */
function withText (value: unknown): unknown {
  if (Buffer.isBuffer(value)) return value.toString('latin1')
  if (Array.isArray(value)) return value.some(hasBytes) ? value.map(withText) : value
  if (!isObject(value) || !Object.values(value).some(hasBytes)) return value
  const entries = Object.entries(value).map(([name, member]) => [name, withText(member)])
  return Object.fromEntries(entries)
}

/** Bytes are members of a form, or items of such members, and no deeper. */
function hasBytes (value: unknown): boolean {
  return Buffer.isBuffer(value) || (Array.isArray(value) && value.some(item => Buffer.isBuffer(item)))
}
