import type { MediaType, SchemaReference } from '../contract/contract.ts'
import { isObject } from '../documents/is-object.ts'
import { isJson, isSequence } from '../messages/media-type.ts'
import { schemaValidator } from '../schemas/schema-validator.ts'
import { shapeOf } from '../schemas/shape.ts'
import type { Shape } from '../schemas/shape.ts'
import type { ViolationList } from '../schemas/violation-list.ts'
import { createCountViolation } from '../schemas/create-violation.ts'
import type { Direction } from '../schemas/schema-variant.ts'

/** Adds what is wrong with a body that has been read; titles say where the items of a sequence stand. */
export type BodyCheck = (value: unknown, violations: ViolationList, titles?: readonly string[]) => void

const BODY = { in: 'body', pointer: '' } as const

/** Makes the check that a body fits what is declared of its media type, in a request or in a response. */
export function createBodyCheck ({ items, name, schema }: MediaType, direction: Direction): BodyCheck {
  const checkItems = items ?? (schema !== undefined && isSequence(name) && !isList(schema) ? schema : undefined)
  const checks = [
    ...checkItems === undefined ? [] : [createItemsCheck(checkItems, direction)],
    ...schema === undefined || schema === checkItems ? [] : [isJson(name) ? createValueCheck(schema, direction) : createBytesCheck(schema, direction)]
  ]
  const [check = () => {}, second] = checks
  if (second === undefined) return check
  return (value, violations, titles) => {
    check(value, violations, titles)
    second(value, violations, titles)
  }
}

/** In OpenAPI 3.0 and 3.1, some describe all lines as a list, and others each line. */
function isList (schema: SchemaReference): boolean {
  const { kinds } = shapeOf(schema)
  return kinds.has('array') && !kinds.has('object')
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

/** Bytes have no type in a schema: their number is held to its lengths. Those within a form stand as text in which each character is one of them. */
function createBytesCheck (schema: SchemaReference, direction: Direction): BodyCheck {
  const checkValue = createValueCheck(schema, direction)
  return (value, violations) => {
    const shape = shapeOf(schema)
    // Some describe a text, of which a schema can say no more, as an object.
    if (typeof value === 'string' && isStructured(shape)) return
    if (!Buffer.isBuffer(value)) return checkValue(withText(value), violations)
    for (const [rule, fits, word] of LENGTHS) {
      const limit = shape.said(rule).find(limit => typeof limit === 'number')
      if (limit !== undefined && !fits(value.length, limit)) violations.add(createCountViolation(BODY, { rule, expected: `have at ${word} ${limit} bytes` }, value.length))
    }
  }
}

function isStructured ({ kinds }: Shape): boolean {
  return kinds.size > 0 && [...kinds].every(kind => kind === 'object' || kind === 'array')
}

const LENGTHS = [
  ['maxLength', (length: number, limit: number) => length <= limit, 'most'],
  ['minLength', (length: number, limit: number) => length >= limit, 'least']
] as const

function withText (value: unknown): unknown {
  if (Buffer.isBuffer(value)) return value.toString('latin1')
  if (Array.isArray(value)) return value.some(hasBytes) ? value.map(withText) : value
  return isObject(value) && Object.values(value).some(hasBytes) ? Object.fromEntries(Object.entries(value).map(([name, member]) => [name, withText(member)])) : value
}

/** Bytes stand in a form or in a list of a form's, and no deeper. */
function hasBytes (value: unknown): boolean {
  return Buffer.isBuffer(value) || (Array.isArray(value) && value.some(item => Buffer.isBuffer(item)))
}
