import { exactJson } from '../exact-json.ts'
import { isObject } from '../documents/is-object.ts'
import { escapePointer } from '../documents/json-pointer.ts'
import { expectedPart, PARTS } from '../scenarios/when.ts'
import type { Part, When } from '../scenarios/when.ts'
import { shortJson } from '../schemas/short-json.ts'
import type { RequestParts } from '../messages/request-parts.ts'
import { createSchemaCheck } from '../schemas/schema-check.ts'
import { maskMember } from './mask.ts'

/** A place at which a request does not match. */
export interface Difference {
  /** `body /EntityType` */
  readonly where: string
  /** Absent if no value should be there. */
  readonly expected?: unknown
  /** Absent if no value came. Credentials are masked. */
  readonly actual?: unknown
}

/** The longest value that is shown in full, in characters of JSON. */
const LONGEST = 500

/** Lists the places at which a request does not match. */
export function whenDifferences (when: When, request: RequestParts): Difference[] {
  const differences: Difference[] = []
  for (const part of PARTS) {
    const expected = expectedPart(when, part)
    const schema = when.schemas?.[part]
    const exact = when.exact?.includes(part) ?? false
    const location = { where: part, name: '', options: { textual: part !== 'body', exact } }
    if (expected !== undefined) differences.push(...compare(expected, request[part], location))
    if (schema !== undefined) differences.push(...schemaDifferences(schema, request[part], part))
  }
  return differences
}

interface MatchOptions {
  /** Whether a number matches its text: all values but those of a body travel as text. */
  readonly textual: boolean
  readonly exact: boolean
}

interface MemberLocation {
  readonly where: string
  /** The member's name. */
  readonly name: string
  readonly options: MatchOptions
}

function compare (expected: unknown, actual: unknown, location: MemberLocation): Difference[] {
  if (Array.isArray(expected) && Array.isArray(actual) && expected.length === actual.length) {
    return expected.flatMap((item, index) =>
      compare(item, actual[index], within(location, String(index)))
    )
  }
  if (isObject(expected) && isObject(actual)) return compareMembers(expected, actual, location)
  return isSame(expected, actual, location.options)
    ? []
    : [differenceAt(location, expected, actual)]
}

function compareMembers (
  expected: Record<string, unknown>,
  actual: Record<string, unknown>,
  location: MemberLocation
): Difference[] {
  const differing = Object.entries(expected).flatMap(([name, member]) =>
    compare(member, Object.hasOwn(actual, name) ? actual[name] : undefined, within(location, name))
  )
  if (!location.options.exact) return differing
  const extra = Object.keys(actual).filter(name => !Object.hasOwn(expected, name))
  return [
    ...differing,
    ...extra.map(name => differenceAt(within(location, name), undefined, actual[name]))
  ]
}

function isSame (expected: unknown, actual: unknown, { textual }: MatchOptions): boolean {
  if (expected === actual) return true
  return (
    textual &&
    actual !== undefined &&
    typeof expected !== 'object' &&
    typeof actual !== 'object' &&
    String(expected) === String(actual)
  )
}

function within ({ options, where }: MemberLocation, name: string): MemberLocation {
  return {
    where: `${where}${where.includes(' ') ? '' : ' '}/${escapePointer(name)}`,
    name,
    options
  }
}

function differenceAt (
  { name, where }: MemberLocation,
  expected: unknown,
  actual: unknown
): Difference {
  return {
    where,
    ...(expected === undefined ? {} : { expected: shown(expected, name) }),
    ...(actual === undefined ? {} : { actual: shown(actual, name) })
  }
}

function shown (value: unknown, name: string): unknown {
  const masked = maskMember(name, value)
  const text = Buffer.isBuffer(masked) ? undefined : exactJson.stringify(masked)
  return text !== undefined && text.length <= LONGEST ? masked : shortJson(masked, name)
}

function schemaDifferences (definition: object | boolean, value: unknown, part: Part): Difference[] {
  if (typeof definition === 'boolean') {
    return definition ? [] : [{ where: part, expected: 'not be there' }]
  }
  const violations = createSchemaCheck('expectation', definition)(value)
  return violations.map(({ actual, expected, pointer }) => ({
    where: pointer === '' ? part : `${part} ${pointer}`,
    expected,
    ...(actual === undefined ? {} : { actual })
  }))
}
