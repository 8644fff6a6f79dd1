import type { ErrorObject } from 'ajv/dist/2020.js'
import type { SchemaReference } from '../contract/contract.ts'
import { escapePointer } from '../documents/json-pointer.ts'
import { isObject } from '../documents/is-object.ts'
import { nearest } from '../documents/nearest.ts'
import { innerValidators } from './inner-validators.ts'
import { bestAlternative } from './best-alternative.ts'
import { toExpected } from './to-expected.ts'
import type { Violation } from './violation.ts'
import { createCountViolation, createMissing, createViolation } from './create-violation.ts'
import type { Location } from './create-violation.ts'

/** Of one alternative, no more is told. */
const MAX_INNER = 20

/** Where the part of a message stands that was validated, and how many violations of it are told. */
export interface ViolationOptions {
  readonly location: Location
  readonly max: number
}

/** Says what Ajv found in the part of a message that a schema describes, and how much more there was. What it says of alternatives is reduced to what helps. */
export function toViolations (errors: readonly ErrorObject[], reference: SchemaReference, { location, max }: ViolationOptions): { violations: readonly Violation[], more: number } {
  const findings = listFindings(errors, reference)
  const violations = findings.slice(0, max).flatMap(finding => toViolation(finding, reference, { ...location, pointer: location.pointer + finding.error.instancePath }))
  return { violations, more: Math.max(0, findings.length - max) }
}

interface Finding {
  readonly error: ErrorObject
  /** What was found within a keyword that tries other schemas, for each of its trials. */
  readonly inner: ReadonlyArray<readonly ErrorObject[]>
}

/** Ajv lists what it found within a keyword before the keyword itself; this puts it inside. */
function listFindings (errors: readonly ErrorObject[], reference: SchemaReference): Finding[] {
  const findings: Finding[] = []
  for (let index = errors.length - 1; index >= 0; index--) {
    const error = errors[index]
    if (error === undefined) continue
    const inner = listInnerErrors(error, reference)
    index -= inner.reduce((sum, list) => sum + list.length, 0)
    findings.push({ error, inner })
  }
  return findings.reverse()
}

function listInnerErrors (error: ErrorObject, reference: SchemaReference): ReadonlyArray<readonly ErrorObject[]> {
  if (error.keyword === 'anyOf' || error.keyword === 'oneOf') {
    return innerValidators(reference, error).map(validate => validate(error.data) ?? [])
  }
  if (error.keyword === 'contains' && Array.isArray(error.data)) {
    const [validate] = innerValidators(reference, error)
    return validate === undefined ? [] : error.data.map(item => validate(item) ?? [])
  }
  return []
}

function toViolation ({ error, inner }: Finding, reference: SchemaReference, location: Location): readonly Violation[] {
  const { keyword, params, data, parentSchema } = error
  // What is wrong with a name is told with the member; what `if` led to has been told.
  if (error.propertyName !== undefined && keyword !== 'propertyNames') return []
  if (keyword === 'if') return []

  const expectation = { rule: keyword, expected: toExpected(error) }
  if (keyword === 'required' || keyword === 'dependentRequired') return [createMissing(memberOf(location, params.missingProperty))]
  if (keyword === 'additionalProperties' || keyword === 'unevaluatedProperties') {
    return [toExtra(location, error, String(params.additionalProperty ?? params.unevaluatedProperty))]
  }
  if (keyword === 'propertyNames') return [createViolation(memberOf(location, params.propertyName), { rule: keyword, expected: 'have a name that is allowed here' }, params.propertyName)]
  if (SIZES[keyword] !== undefined) return [createCountViolation(location, expectation, SIZES[keyword](data))]
  if (inner.length > 0 && keyword !== 'contains' && params.passingSchemas == null) {
    const alternatives = inner.map(errors => toViolations(errors, reference, { location, max: MAX_INNER }).violations)
    return bestAlternative(alternatives, { location, data, schema: parentSchema ?? {}, keyword })
  }
  return [createViolation(location, expectation, data)]
}

const SIZES: Readonly<Record<string, (value: unknown) => number>> = {
  minLength: value => [...String(value)].length,
  maxLength: value => [...String(value)].length,
  minItems: lengthOf,
  maxItems: lengthOf,
  items: lengthOf,
  unevaluatedItems: lengthOf,
  minProperties: value => isObject(value) ? Object.keys(value).length : 0,
  maxProperties: value => isObject(value) ? Object.keys(value).length : 0
}

function lengthOf (value: unknown): number {
  return Array.isArray(value) ? value.length : 0
}

function toExtra (location: Location, { keyword, data, parentSchema }: ErrorObject, name: string): Violation {
  const near = nearest(name, Object.keys(parentSchema?.properties ?? {}))
  const expected = near === undefined ? 'not be present' : `not be present (did you mean "${near}"?)`
  return createViolation(memberOf(location, name), { rule: keyword, expected }, isObject(data) ? data[name] : undefined)
}

function memberOf (location: Location, name: unknown): Location {
  return { ...location, pointer: `${location.pointer}/${escapePointer(String(name))}` }
}
