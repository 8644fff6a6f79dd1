import type { SchemaReference } from '../contract/contract.ts'
import { BODY } from './create-violation.ts'
import { schemaValidator } from './schema-validator.ts'
import type { Violation } from './violation.ts'
import { ViolationList } from './violation-list.ts'

/** Returns everything in a value that breaks a schema; nothing where it fits. */
export type SchemaCheck = (value: unknown) => readonly Violation[]

/**
 * Creates the check of a schema that stands in no contract. Its violations point into a body;
 * `name` is what the schema is called where it cannot be compiled.
 */
export function createSchemaCheck (name: string, definition: object): SchemaCheck {
  const document = {
    openapi: '3.1.0',
    info: { title: name, version: '' },
    paths: {},
    schema: definition
  }
  const reference: SchemaReference = {
    contract: name,
    document,
    pointer: '/schema',
    definition
  }
  const validate = schemaValidator(reference)
  return value => {
    const violations = new ViolationList()
    const errors = validate(value)
    if (errors !== undefined) violations.addErrors(errors, reference, BODY)
    return violations.list()
  }
}
