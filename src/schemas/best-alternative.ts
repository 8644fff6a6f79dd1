import { escapePointer } from '../documents/json-pointer.ts'
import { isObject } from '../documents/is-object.ts'
import type { JsonObject } from '../documents/is-object.ts'
import { ownMember } from '../documents/own-member.ts'
import type { Violation } from './violation.ts'
import { createViolation } from './create-violation.ts'
import type { Location } from './create-violation.ts'

/** A value that fits none of several alternatives. */
interface FailedChoice {
  readonly location: Location
  readonly data: unknown
  /** The schema that offers the alternatives. */
  readonly schema: Readonly<JsonObject>
  readonly keyword: string
}

/** The violations of one alternative. */
type Alternative = readonly Violation[]

/** Rules that a value of another kind altogether breaks. */
const KIND_RULES = ['type', 'const', 'enum', 'oneOf', 'anyOf', 'not', 'false schema']

/** Rules that a member breaks which says what is meant, such as a kind. */
const CONSTANT_RULES = ['const', 'enum']

/** Returns the violations of the alternative that was probably meant. */
export function bestAlternative (
  alternatives: readonly Alternative[],
  choice: FailedChoice
): readonly Violation[] {
  const { location, data, keyword } = choice
  const violation = undiscriminated(choice)
  if (violation !== undefined) return [violation]

  const ofKind = alternatives.filter(violations => !violations.some(violation => isOfKind(violation, location)))
  if (ofKind.length === 0) {
    return [createViolation(location, { rule: keyword, expected: joinExpected(alternatives, location) }, data)]
  }
  const named = ofKind.filter(violations => !violations.some(({ rule }) => CONSTANT_RULES.includes(rule)))
  const candidates = named.length > 0 ? named : ofKind
  return candidates.reduce((best, violations) => violations.length < best.length ? violations : best)
}

function isOfKind ({ pointer, rule }: Violation, location: Location): boolean {
  return pointer === location.pointer && KIND_RULES.includes(rule)
}

/**
 * Returns the violation of a discriminator whose member names no alternative; `undefined` where
 * there is none.
 */
function undiscriminated ({ location, data, schema: { choice } }: FailedChoice): Violation | undefined {
  if (!isObject(choice) || !Array.isArray(choice.names)) return undefined
  if (typeof choice.propertyName !== 'string') return undefined
  const value = isObject(data) ? ownMember(data, choice.propertyName) : undefined
  if (typeof value !== 'string') return undefined
  const member = { in: location.in, pointer: `${location.pointer}/${escapePointer(choice.propertyName)}` }
  const names = choice.names.map(name => JSON.stringify(name)).join(', ')
  return createViolation(member, { rule: 'discriminator', expected: `be one of ${names}` }, value)
}

/** Joins `be a string` and `be null` to `be a string or null`. */
function joinExpected (alternatives: readonly Alternative[], location: Location): string {
  const expected = new Set<string>()
  for (const violations of alternatives) {
    const ofKind = violations.filter(violation => isOfKind(violation, location))
    const violation = ofKind.find(({ rule }) => rule !== 'false schema')
    if (violation !== undefined) expected.add(violation.expected)
  }
  const [first, ...others] = expected
  if (first === undefined) return 'not be present'
  return [first, ...others.map(text => text.replace(/^be /, ''))].join(' or ')
}
