import type { ErrorObject } from 'ajv/dist/2020.js'
import type { SchemaReference } from '../contract/contract.ts'
import { escapePointer } from '../documents/json-pointer.ts'
import { isObject } from '../documents/is-object.ts'
import { nearest } from '../documents/nearest.ts'
import { bestAlternative } from './best-alternative.ts'
import { toExpected } from './to-expected.ts'
import type { Violation } from './violation.ts'
import { createCountViolation, createMissing, createViolation } from './create-violation.ts'
import type { Location } from './create-violation.ts'
import type { Finding } from './list-findings.ts'
import { listFindings } from './list-findings.ts'

/** The most violations of one alternative that are compared. */
const MAX_INNER = 20

export interface ViolationOptions {
  /** The location of the validated part of the message. */
  readonly location: Location
  /** The most violations to return. */
  readonly max: number
}

export interface Violations {
  readonly violations: readonly Violation[]
  /** The number of violations that are left out. */
  readonly more: number
}

/**
 * Turns what Ajv found in the part of a message that a schema describes into violations.
 * Where all alternatives fail, it returns the violations of the one that was probably meant.
 */
export function toViolations (
  errors: readonly ErrorObject[],
  reference: SchemaReference,
  { location, max }: ViolationOptions
): Violations {
  const findings = listFindings(errors, reference)
  const violations = new Map<string, Violation>()
  for (const finding of findings.slice(0, max)) {
    const at = { ...location, pointer: location.pointer + finding.error.instancePath }
    // Parts of a schema that say the same, such as those of an `allOf`, are violated once.
    for (const violation of toViolation(finding, reference, at)) violations.set(violation.message, violation)
  }
  return { violations: [...violations.values()], more: Math.max(0, findings.length - max) }
}

function toViolation (
  { error, inner }: Finding,
  reference: SchemaReference,
  location: Location
): readonly Violation[] {
  const { keyword, params, data, parentSchema } = error
  // The violation of the member covers its name, and those of `then` and `else` cover `if`.
  if ((error.propertyName !== undefined && keyword !== 'propertyNames') || keyword === 'if') return []
  const member = toMemberViolation(error, location)
  if (member !== undefined) return [member]

  const expectation = { rule: keyword, expected: toExpected(error) }
  const sizeOf = SIZES[keyword]
  if (sizeOf !== undefined) return [createCountViolation(location, expectation, sizeOf(data))]
  if (inner.length > 0 && keyword !== 'contains' && params.passingSchemas == null) {
    const options = { location, max: MAX_INNER }
    const alternatives = inner.map(errors => toViolations(errors, reference, options).violations)
    return bestAlternative(alternatives, { location, data, schema: parentSchema ?? {}, keyword })
  }
  return [createViolation(location, expectation, data)]
}

/**
 * Returns the violation of a keyword that Ajv reports for an object, though one of its members is
 * meant.
 */
function toMemberViolation (error: ErrorObject, location: Location): Violation | undefined {
  const { keyword, params } = error
  switch (keyword) {
    case 'required':
    case 'dependentRequired': return createMissing(memberOf(location, params.missingProperty))
    case 'additionalProperties': return createExtra(location, error, String(params.additionalProperty))
    case 'unevaluatedProperties': return createExtra(location, error, String(params.unevaluatedProperty))
    case 'propertyNames': {
      const expectation = { rule: keyword, expected: 'have a name that is allowed here' }
      return createViolation(memberOf(location, params.propertyName), expectation, params.propertyName)
    }
    default: return undefined
  }
}

function createExtra (
  location: Location,
  { keyword, data, parentSchema }: ErrorObject,
  name: string
): Violation {
  const near = nearest(name, Object.keys(parentSchema?.properties ?? {}))
  const expected = near === undefined ? 'not be present' : `not be present (did you mean "${near}"?)`
  const actual = isObject(data) ? data[name] : undefined
  return createViolation(memberOf(location, name), { rule: keyword, expected }, actual)
}

function memberOf (location: Location, name: unknown): Location {
  return { ...location, pointer: `${location.pointer}/${escapePointer(String(name))}` }
}

const SIZES: Readonly<Record<string, (value: unknown) => number>> = {
  minLength: countCharacters,
  maxLength: countCharacters,
  minItems: countItems,
  maxItems: countItems,
  items: countItems,
  unevaluatedItems: countItems,
  minProperties: countMembers,
  maxProperties: countMembers
}

function countCharacters (value: unknown): number {
  return [...String(value)].length
}

function countItems (value: unknown): number {
  return Array.isArray(value) ? value.length : 0
}

function countMembers (value: unknown): number {
  return isObject(value) ? Object.keys(value).length : 0
}
