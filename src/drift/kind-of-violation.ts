import type { Violation } from '../schemas/violation.ts'
import type { DriftKind } from './drift-kinds.ts'

const BY_RULE: Readonly<Record<string, DriftKind>> = {
  additionalProperties: 'undocumented-member',
  unevaluatedProperties: 'undocumented-member',
  type: 'wrong-type',
  enum: 'value-outside-enum',
  const: 'value-outside-enum',
  discriminator: 'value-outside-enum',
  mediaType: 'undocumented-media-type',
  status: 'undocumented-status',
  malformed: 'unreadable',
  precision: 'unreadable',
  style: 'unreadable',
  xml: 'unreadable',
  unknown: 'undocumented-parameter'
}

/** The rules that bound a value, each with the keyword that states it. */
export const BOUNDS: ReadonlySet<string> = new Set([
  'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf', 'minLength', 'maxLength', 'pattern',
  'format', 'minItems', 'maxItems', 'uniqueItems', 'minProperties', 'maxProperties'
])

/**
 * Returns the kind of a violation of a request or a response; `undefined` for a note that more are not listed, and for
 * missing credentials: what a service requires of them is not compared.
 */
export function kindOfViolation ({ in: place, pointer, rule }: Violation): DriftKind | undefined {
  if (rule === 'more' || rule === 'security') return undefined
  if (rule === 'required') return kindOfMissing(place, pointer)
  // The operation documents that there is no body.
  if (rule === 'body') return 'undocumented-media-type'
  if (BOUNDS.has(rule)) return 'value-out-of-bounds'
  return BY_RULE[rule] ?? 'schema-mismatch'
}

function kindOfMissing (place: Violation['in'], pointer: string): DriftKind {
  if (place === 'body') return pointer === '' ? 'missing-body' : 'missing-member'
  return place === 'header' ? 'missing-header' : 'missing-parameter'
}
