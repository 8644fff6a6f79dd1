import type { FastifySchema, FastifySchemaCompiler } from 'fastify'
import type { SchemaReference } from '../contract/contract.ts'
import { isObject } from '../documents/is-object.ts'
import { InvalidRequest } from '../errors.ts'
import { coerce } from '../messages/coerce.ts'
import { schemaValidator } from '../schemas/schema-validator.ts'
import { Shape } from '../schemas/shape.ts'
import type { Violation } from '../schemas/violation.ts'
import { ViolationList } from '../schemas/violation-list.ts'
import { createMissing } from '../schemas/create-violation.ts'
import { withViolations } from '../schemas/with-violations.ts'

const PARTS: Readonly<Record<string, Violation['in']>> = {
  body: 'body',
  querystring: 'query',
  params: 'path',
  headers: 'header'
}

/**
 * Makes the compiler of the admin API's request schemas. Each is compiled when it is first used; all that is wrong with a part
 * is told at once, in the words that the APIs use; nothing is coerced but the texts of a query.
 */
export function createRequestCheck (): FastifySchemaCompiler<FastifySchema> {
  const schemas: object[] = []
  const document = { openapi: '3.1.0', info: { title: 'admin', version: '' }, paths: {}, schemas }

  return ({ schema, httpPart = 'body' }) => {
    const definition = schema as object // as the routes have it
    const reference: SchemaReference = {
      contract: 'admin',
      document,
      pointer: `/schemas/${schemas.push(definition) - 1}`,
      definition
    }
    const validate = schemaValidator(reference)
    const location = { in: PARTS[httpPart] ?? 'body', pointer: '' }
    const shape = new Shape(document, [definition])

    return (value: unknown) => {
      // The framework gives null for a body that did not come.
      if (value === null && !('type' in definition && String(definition.type).includes('null'))) {
        return { error: withViolations(InvalidRequest, [createMissing(location)]) }
      }
      const read = location.in === 'query' ? coerceMembers(value, shape) : value
      const errors = validate(read)
      if (errors === undefined) return { value: read }
      const violations = new ViolationList()
      violations.addErrors(errors, reference, location)
      return { error: withViolations(InvalidRequest, violations.list()) }
    }
  }
}

function coerceMembers (value: unknown, shape: Shape): unknown {
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, text]) => [
      name,
      typeof text === 'string' ? coerce(text, shape.member(name)) : text
    ])
  )
}
