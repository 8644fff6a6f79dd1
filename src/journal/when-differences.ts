import type { SchemaReference } from '../contract/contract.ts'
import { isObject } from '../documents/is-object.ts'
import { escapePointer } from '../documents/json-pointer.ts'
import { PARTS } from '../scenarios/when.ts'
import type { Part, When } from '../scenarios/when.ts'
import { withLowerCaseNames } from '../messages/with-lower-case-names.ts'
import { shortJson } from '../schemas/short-json.ts'
import type { RequestParts } from '../messages/request-parts.ts'
import { schemaValidator } from '../schemas/schema-validator.ts'
import { ViolationList } from '../schemas/violation-list.ts'
import { maskMember } from './mask.ts'

/** A place at which a request is not as it should be. */
export interface Difference {
  /** `body /EntityType` */
  readonly where: string
  /** Absent where nothing should be there. */
  readonly expected?: unknown
  /** Absent where nothing came. Credentials are masked. */
  readonly actual?: unknown
}

/** The longest value that is shown as it is, in characters of JSON. */
const LONGEST = 500

/** Lists what of a request is not as it should be. */
export function whenDifferences (when: When, request: RequestParts): Difference[] {
  return PARTS.flatMap(part => {
    const expected =
      part === 'headers' && when.headers !== undefined
        ? withLowerCaseNames(when.headers)
        : when[part]
    const schema = when.schemas?.[part]
    const options: Manner = { textual: part !== 'body', exact: when.exact?.includes(part) ?? false }
    return [
      ...(expected === undefined
        ? []
        : compare(expected, request[part], { where: part, name: '', options })),
      ...(schema === undefined ? [] : schemaDifferences(schema, request[part], part))
    ]
  })
}

interface Manner {
  /** What travels as text may be given as text or as a number. */
  readonly textual: boolean
  readonly exact: boolean
}

interface Spot {
  readonly where: string
  /** The member's name. */
  readonly name: string
  readonly options: Manner
}

function compare (expected: unknown, actual: unknown, location: Spot): Difference[] {
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
  location: Spot
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

function isSame (expected: unknown, actual: unknown, { textual }: Manner): boolean {
  if (expected === actual) return true
  return (
    textual &&
    actual !== undefined &&
    typeof expected !== 'object' &&
    typeof actual !== 'object' &&
    String(expected) === String(actual)
  )
}

function within ({ options, where }: Spot, name: string): Spot {
  return {
    where: `${where}${where.includes(' ') ? '' : ' '}/${escapePointer(name)}`,
    name,
    options
  }
}

function differenceAt ({ name, where }: Spot, expected: unknown, actual: unknown): Difference {
  return {
    where,
    ...(expected === undefined ? {} : { expected: shown(expected, name) }),
    ...(actual === undefined ? {} : { actual: shown(actual, name) })
  }
}

function shown (value: unknown, name: string): unknown {
  const masked = maskMember(name, value)
  const text = Buffer.isBuffer(masked) ? undefined : JSON.stringify(masked)
  return text !== undefined && text.length <= LONGEST ? masked : shortJson(masked, name)
}

function schemaDifferences (definition: object | boolean, value: unknown, part: Part): Difference[] {
  if (typeof definition === 'boolean') {
    return definition ? [] : [{ where: part, expected: 'not be there' }]
  }
  const document = {
    openapi: '3.1.0',
    info: { title: '', version: '' },
    paths: {},
    schema: definition
  }
  const reference: SchemaReference = {
    contract: 'expectation',
    document,
    pointer: '/schema',
    definition
  }
  const errors = schemaValidator(reference)(value)
  if (errors === undefined) return []
  const violations = new ViolationList()
  violations.addErrors(errors, reference, { in: 'body', pointer: '' })
  return violations
    .list()
    .map(({ actual, expected, pointer }) => ({
      where: pointer === '' ? part : `${part} ${pointer}`,
      expected,
      ...(actual === undefined ? {} : { actual })
    }))
}
