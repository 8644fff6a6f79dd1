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
 * Creates the compiler of the admin API's request schemas. It reports every violation of a part at
 * once, in the form of the APIs' violations, and coerces only the parameters of a query. A schema is
 * compiled on first use.
 */
export function createRequestCheck (): FastifySchemaCompiler<FastifySchema> {
  const schemas: object[] = []
  const document = { openapi: '3.1.0', info: { title: 'admin', version: '' }, paths: {}, schemas }

  return ({ schema, httpPart = 'body' }) => {
    const definition = schema as object // every schema of a route is an object
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
      // Fastify passes null for a missing body.
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
  const coerced = Object.entries(value).map(([name, text]) => {
    return [name, typeof text === 'string' ? coerce(text, shape.member(name)) : text] as const
  })
  return Object.fromEntries(coerced)
}
