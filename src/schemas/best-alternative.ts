import { escapePointer } from '../documents/json-pointer.ts'
import { isObject } from '../documents/is-object.ts'
import type { Violation } from './violation.ts'
import { createViolation } from './create-violation.ts'
import type { Location } from './create-violation.ts'

interface Choice {
  readonly location: Location
  readonly data: unknown
  /** The schema that offers the alternatives. */
  readonly schema: Readonly<Record<string, unknown>>
  readonly keyword: string
}

/** Rules by which a value shows itself to be of another kind altogether. */
const TELLING = ['type', 'const', 'enum', 'oneOf', 'anyOf', 'not', 'false schema']

/** Of what is wrong with each alternative, keeps what is wrong with the one that was probably meant. */
export function bestAlternative (alternatives: ReadonlyArray<readonly Violation[]>, choice: Choice): readonly Violation[] {
  const { location, data, keyword } = choice
  const violation = unnamed(choice)
  if (violation !== undefined) return [violation]

  const ofKind = alternatives.filter(violations => !violations.some(violation => violation.pointer === location.pointer && TELLING.includes(violation.rule)))
  if (ofKind.length === 0) return [createViolation(location, { rule: keyword, expected: joinExpected(alternatives, location) }, data)]

  // A member that holds a constant, such as a kind, tells what is meant as well.
  const told = ofKind.filter(violations => !violations.some(violation => violation.rule === 'const' || violation.rule === 'enum'))
  const candidates = told.length > 0 ? told : ofKind
  return candidates.reduce((best, violations) => violations.length < best.length ? violations : best)
}

/** Where a discriminator chooses, its member says what is meant; that names no alternative. */
function unnamed ({ location, data, schema: { choice } }: Choice): Violation | undefined {
  if (!isObject(choice) || typeof choice.propertyName !== 'string' || !Array.isArray(choice.names) || !isObject(data)) return undefined
  const value = data[choice.propertyName]
  if (typeof value !== 'string') return undefined
  const member = { in: location.in, pointer: `${location.pointer}/${escapePointer(choice.propertyName)}` }
  const names = choice.names.map(name => JSON.stringify(name)).join(', ')
  return createViolation(member, { rule: 'discriminator', expected: `be one of ${names}` }, value)
}

/** `be a string` and `be null` are `be a string or null`. */
function joinExpected (alternatives: ReadonlyArray<readonly Violation[]>, location: Location): string {
  const expected = alternatives.flatMap(violations => violations.find(violation => violation.pointer === location.pointer && TELLING.includes(violation.rule) && violation.rule !== 'false schema')?.expected ?? [])
  return [...new Set(expected)].map((text, index) => index === 0 ? text : text.replace(/^be /, '')).join(' or ') || 'not be present'
}
