import type { CredentialPlaces } from '../contract/contract.ts'
import { exactJson } from '../exact-json.ts'
import { isObject } from '../documents/is-object.ts'
import { escapePointer } from '../documents/json-pointer.ts'
import { compileValue, expectedPart, matchOptions, PARTS } from '../scenarios/when.ts'
import type { MatchOptions, Part, When } from '../scenarios/when.ts'
import { shortJson } from '../schemas/short-json.ts'
import type { RequestParts } from '../messages/request-parts.ts'
import { createSchemaCheck } from '../schemas/schema-check.ts'
import { hideDeclared } from './hide-declared.ts'
import { maskMember } from './mask-value.ts'
import type { Difference } from './difference.ts'

/** The longest value that is shown in full, in characters of JSON. */
const LONGEST = 500

/** Lists the places at which a request does not match; `places` are those of its credentials. */
export function whenDifferences (when: When, request: RequestParts, places?: CredentialPlaces): Difference[] {
  const differences = listDifferences(when, request)
  return places === undefined ? differences : hideDeclared(differences, places)
}

function listDifferences (when: When, request: RequestParts): Difference[] {
  const differences: Difference[] = []
  for (const part of PARTS) {
    const expected = expectedPart(when, part)
    const schema = when.schemas?.[part]
    const location = { where: part, name: '', options: matchOptions(when, part) }
    if (expected !== undefined) differences.push(...compare(expected, request[part], location))
    if (schema !== undefined) differences.push(...schemaDifferences(schema, request[part], part))
  }
  return differences
}

interface MemberLocation {
  readonly where: string
  /** The member's name. */
  readonly name: string
  readonly options: MatchOptions
}

function compare (expected: unknown, actual: unknown, location: MemberLocation): Difference[] {
  if (Array.isArray(expected) && Array.isArray(actual) && location.options.lists !== 'inOrder') {
    return compareUnordered(expected, actual, location)
  }
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

/** The most comparisons of items for one list: past it, the list differs as a whole. */
const MOST_COMPARED = 10_000

/** Lists the items of a list in any order that are missing, and those that are left over. */
function compareUnordered (
  expected: readonly unknown[],
  actual: readonly unknown[],
  location: MemberLocation
): Difference[] {
  if (compileValue(expected, location.options)(actual)) return []
  if (expected.length * actual.length > MOST_COMPARED) return [differenceAt(location, expected, actual)]
  const others = [...actual]
  const missing = expected.filter(item => {
    const index = others.findIndex(other => compare(item, other, location).length === 0)
    if (index !== -1) others.splice(index, 1)
    return index === -1
  })
  const extra = location.options.lists === 'contains' ? [] : others
  return [
    ...missing.map(item => differenceAt(location, item, undefined)),
    ...extra.map(item => differenceAt(location, undefined, item))
  ]
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
