import type { HeaderDefinition } from '../contract/contract.ts'
import { ownMember } from '../documents/own-member.ts'
import { coerce } from './coerce.ts'
import { isJson } from './media-type.ts'
import type { Headers, HeaderValue } from './message.ts'
import { parseJson } from './parse-json.ts'
import { readItems, readStyled } from './read-styled.ts'
import type { Styled, StyledReading } from './read-styled.ts'
import { schemaValidator } from '../schemas/schema-validator.ts'
import { shapeOf } from '../schemas/shape.ts'
import type { ViolationList } from '../schemas/violation-list.ts'
import { createMissing, createViolation } from '../schemas/create-violation.ts'
import type { Location } from '../schemas/create-violation.ts'

/** Adds the violations of one header. */
export type HeaderCheck = (headers: Headers, violations: ViolationList) => void

/**
 * Creates the check of a header, of a message or of a part of one: a required one must be present,
 * and must fit its schema.
 */
export function createHeaderCheck (
  header: HeaderDefinition,
  location: Location = { in: 'header', pointer: `/${header.name}` }
): HeaderCheck {
  const { name, required, schema } = header
  const readAll = createReader(header)
  const validate = schema === undefined ? undefined : schemaValidator(schema)
  const check = (reading: StyledReading, value: HeaderValue, violations: ViolationList): void => {
    if (reading.kind === 'malformed') {
      violations.add(createViolation(location, { rule: 'malformed', expected: reading.expected }, value))
      return
    }
    const errors = validate?.(reading.value)
    if (errors !== undefined && schema !== undefined) violations.addErrors(errors, schema, location)
  }
  return (headers, violations) => {
    const value = ownMember(headers, name)
    if (value !== undefined) {
      for (const reading of readAll(value)) check(reading, value, violations)
    } else if (required) {
      violations.add(createMissing(location))
    }
  }
}

/** Reads a header, which has several readings only where its values cannot be combined. */
type ReadHeader = (value: HeaderValue) => readonly StyledReading[]

function createReader (header: HeaderDefinition): ReadHeader {
  const { explode, mediaType, name, schema } = header
  const styled: Styled = { name, style: 'simple', explode, shape: shapeOf(schema), decode: text => text }
  const read = mediaType === undefined
    ? (text: string) => readText(text, styled)
    : (text: string) => readContent(text, mediaType, styled)
  if (name === 'set-cookie') return createCookieReader(read, header, styled)
  // Only the writer of such a value knows its form.
  if (mediaType !== undefined && !isJson(mediaType) && styled.shape.isStructured) return () => []
  // Several headers of one name are one list (RFC 9110, section 5.3).
  return value => [read(typeof value === 'string' ? value : value.join(', '))]
}

/** Cookies are the exception: they have commas within (RFC 9110, section 5.3). */
function createCookieReader (
  read: (text: string) => StyledReading,
  { mediaType }: HeaderDefinition,
  styled: Styled
): ReadHeader {
  if (mediaType !== undefined) return value => [read([value].flat().join('\n'))]
  if (styled.shape.isList) return value => [readItems([value].flat(), styled)]
  return value => typeof value === 'string' ? [read(value)] : value.map(read)
}

/** Reads the style of headers. It has no form for values within values: those are sent as JSON. */
function readText (text: string, styled: Styled): StyledReading {
  if (styled.shape.isStructured && /^[{[]/.test(text)) {
    const reading = parseJson(text)
    if (reading.kind === 'value') return reading
  }
  return readStyled(text, styled)
}

function readContent (text: string, mediaType: string, { shape }: Styled): StyledReading {
  if (!isJson(mediaType)) return { kind: 'value', value: coerce(text, shape) }
  const reading = parseJson(text)
  return reading.kind === 'value' ? reading : { kind: 'malformed', expected: 'be JSON' }
}
