import type { HeaderDefinition } from '../contract/contract.ts'
import { readStyled } from './read-styled.ts'
import { schemaValidator } from '../schemas/schema-validator.ts'
import { shapeOf } from '../schemas/shape.ts'
import type { ViolationList } from '../schemas/violation-list.ts'
import { createMissing, createViolation } from '../schemas/create-violation.ts'
import type { Location } from '../schemas/create-violation.ts'

/** Headers by their names in lower case. */
type Headers = Readonly<Record<string, string>>

/** Adds the violations of one header. */
export type HeaderCheck = (headers: Headers, violations: ViolationList) => void

/**
 * Creates the check of a header, of a message or of a part of one: a required one must be present,
 * and must fit its schema.
 */
export function createHeaderCheck (
  { name, required, explode, schema }: HeaderDefinition,
  location: Location = { in: 'header', pointer: `/${name}` }
): HeaderCheck {
  const styled = { name, style: 'simple', explode, shape: shapeOf(schema), decode: (text: string) => text }
  const validate = schema === undefined ? undefined : schemaValidator(schema)
  return (headers, violations) => {
    const text = headers[name]
    if (text === undefined) {
      if (required) violations.add(createMissing(location))
      return
    }
    const reading = readStyled(text, styled)
    const errors = reading.kind === 'value' ? validate?.(reading.value) : undefined
    if (errors !== undefined && schema !== undefined) violations.addErrors(errors, schema, location)
    if (reading.kind === 'malformed') {
      violations.add(createViolation(location, { rule: 'malformed', expected: reading.expected }, text))
    }
  }
}
