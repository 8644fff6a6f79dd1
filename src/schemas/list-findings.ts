import type { ErrorObject } from 'ajv/dist/2020.js'
import type { SchemaReference } from '../contract/contract.ts'
import { innerValidators } from './inner-validators.ts'

/** An error of Ajv, with those that it stands for. */
export interface Finding {
  readonly error: ErrorObject
  /** The errors within a keyword that tries other schemas, for each trial. */
  readonly inner: ReadonlyArray<readonly ErrorObject[]>
}

/** The most errors that are looked into: alternatives within alternatives have no other bound. */
const MOST_ERRORS = 20_000

/** Puts the errors within a keyword inside the keyword's own, before which Ajv lists them. */
export function listFindings (errors: readonly ErrorObject[], reference: SchemaReference): Finding[] {
  const outermost = errors.at(-1)
  if (outermost !== undefined && errors.length > MOST_ERRORS) return [{ error: outermost, inner: [] }]
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

function listInnerErrors (
  error: ErrorObject,
  reference: SchemaReference
): ReadonlyArray<readonly ErrorObject[]> {
  if (error.keyword === 'anyOf' || error.keyword === 'oneOf') {
    return innerValidators(reference, error).map(validate => validate(error.data) ?? [])
  }
  if (error.keyword === 'contains' && Array.isArray(error.data)) {
    const [validate] = innerValidators(reference, error)
    return validate === undefined ? [] : error.data.map(item => validate(item) ?? [])
  }
  return []
}
