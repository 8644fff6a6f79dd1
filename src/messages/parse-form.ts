import type { MediaType } from '../contract/contract.ts'
import { escapePointer } from '../documents/json-pointer.ts'
import { ownMember } from '../documents/own-member.ts'
import { readDeepMembers } from './read-deep-members.ts'
import { parseJson } from './parse-json.ts'
import { isJson } from './media-type.ts'
import { excludesCommas } from './excludes-commas.ts'
import { isSingleValue } from './is-single-value.ts'
import { readItems, readStyled } from './read-styled.ts'
import type { Styled, StyledReading } from './read-styled.ts'
import { decodeText, NO_PAIRS, splitPairs } from './split-pairs.ts'
import type { RawPairs } from './split-pairs.ts'
import { shapeOf } from '../schemas/shape.ts'
import type { Shape } from '../schemas/shape.ts'
import { ViolationList } from '../schemas/violation-list.ts'
import { createMalformed, createViolation } from '../schemas/create-violation.ts'
import type { BodyReading } from './body-reading.ts'

/**
 * Parses a form as the object that its schema describes: repeated names as lists, `a[b]` as
 * members, each value by its type (OpenAPI 3.1, Encoding Object).
 */
export function parseForm (text: string, declared: MediaType | undefined): BodyReading {
  const shape = shapeOf(declared?.schema)
  const pairs = splitPairs(text)
  const byOwner = groupByOwner(pairs)
  const members = new Map<string, unknown>()
  const violations = new ViolationList()
  for (const [name, texts] of pairs) {
    const isDeep = name.includes('[') && !shape.names.includes(name)
    const owner = isDeep ? ownerOf(name) : name
    if (members.has(owner)) continue
    const deep = owner === name ? NO_PAIRS : byOwner.get(owner) ?? NO_PAIRS
    const value = deep.size === 0 ? undefined : readDeepMembers(owner, deep, shape.member(owner))
    if (value !== undefined) members.set(owner, value)
    else members.set(name, readMember(name, texts, { declared, violations }))
  }
  if (!violations.isEmpty) return { kind: 'malformed', ...violations.counted() }
  return { kind: 'value', value: Object.fromEntries(members), violations: [] }
}

/** Groups the members that have brackets in their names by the name before the first bracket. */
function groupByOwner (pairs: RawPairs): ReadonlyMap<string, RawPairs> {
  const groups = new Map<string, Map<string, readonly string[]>>()
  for (const [name, texts] of pairs) {
    if (!name.includes('[')) continue
    const owner = ownerOf(name)
    const group = groups.get(owner)
    if (group === undefined) groups.set(owner, new Map([[name, texts]]))
    else group.set(name, texts)
  }
  return groups
}

function ownerOf (name: string): string {
  return name.slice(0, name.indexOf('['))
}

interface MemberContext {
  readonly declared: MediaType | undefined
  readonly violations: ViolationList
}

function readMember (
  name: string,
  texts: readonly string[],
  { declared, violations }: MemberContext
): unknown {
  const encoding = declared && ownMember(declared.encoding, name)
  const { style = 'form', explode = true } = encoding ?? {}
  const contentType = encoding?.contentTypes[0]
  const shape = shapeOf(declared?.schema).member(name)
  const location = { in: 'body', pointer: `/${escapePointer(name)}` } as const
  const [text = ''] = texts
  if (contentType === undefined ? isWrittenAsJson(text, shape) : isJson(contentType)) {
    const reading = parseJson(decodeText(text) ?? '')
    if (reading.kind === 'value') return reading.value
    violations.add(createMalformed(location, 'be JSON', 'is not'))
    return undefined
  }
  const styled = { name, style, explode, shape, decode: decodeText }
  const isRepeated = texts.length > 1 || (explode && !isSingleValue(decodeText(text) ?? text, shape))
  const reading = isRepeated ? readItems(texts, styled) : readAlone(text, styled)
  if (reading.kind === 'value') return reading.value
  violations.add(createViolation(location, { rule: 'malformed', expected: reading.expected }, text))
  return undefined
}

/** Most clients encode every comma, those between the items of a list too. */
function readAlone (text: string, styled: Styled): StyledReading {
  const isEncoded = styled.shape.isList && /%2C/i.test(text) && excludesCommas(styled.shape.items)
  const decoded = isEncoded ? decodeText(text) : undefined
  return decoded === undefined ? readStyled(text, styled) : readStyled(decoded, { ...styled, decode: text => text })
}

/**
 * By default, objects and lists of them are JSON, which not all clients know (OpenAPI 3.1, Encoding
 * Object, `contentType`).
 */
function isWrittenAsJson (text: string, shape: Shape): boolean {
  return shape.holdsObjects && /^(?:%7B|\{|%5B|\[)/i.test(text)
}
