import type { MediaType } from '../contract/contract.ts'
import { escapePointer } from '../documents/json-pointer.ts'
import { ownMember } from '../documents/own-member.ts'
import { readDeepMembers } from './read-deep-members.ts'
import { mediaTypeOf, parametersOf } from './media-type.ts'
import { splitMultipart } from './split-multipart.ts'
import type { BodyPart } from './split-multipart.ts'
import { PartReader } from './part-reader.ts'
import { shapeOf } from '../schemas/shape.ts'
import type { Shape } from '../schemas/shape.ts'
import { shorten } from '../schemas/shorten.ts'
import type { Violation } from '../schemas/violation.ts'
import { ViolationList } from '../schemas/violation-list.ts'
import { BODY, createMalformed } from '../schemas/create-violation.ts'
import type { BodyReading } from './body-reading.ts'

const CONTENT_TYPE = { in: 'header', pointer: '/content-type' } as const

/**
 * Parses a multipart body as its schema describes it: an object whose members are the named parts,
 * repeated ones as lists (RFC 7578), or a list of the parts in their order. Parts that are neither
 * JSON nor text stay bytes.
 */
export function parseMultipart (
  bytes: Buffer,
  contentType: string,
  declared: MediaType | undefined
): BodyReading {
  const { boundary } = parametersOf(contentType)
  if (boundary === undefined || boundary === '') {
    const reason = `is ${JSON.stringify(shorten(contentType, 80))}`
    return malformed(createMalformed(CONTENT_TYPE, 'name a boundary (RFC 2046, section 5.1.1)', reason))
  }
  const mediaType = mediaTypeOf(contentType)
  const split = splitMultipart(bytes, boundary)
  if (split.kind === 'malformed') return malformed(createMalformed(BODY, `be ${mediaType}`, split.reason))

  const shape = shapeOf(declared?.items ?? declared?.schema)
  // Some schemas describe a multipart body as a string.
  if (shape.isString) return { kind: 'value', value: bytes, violations: [] }
  const violations = new ViolationList()
  const isList = declared?.items !== undefined || shape.isList
  const value = isList
    ? readList(split.parts, declared, violations)
    : readObject(split.parts, { declared, mediaType, violations })
  const counted = violations.counted()
  return violations.isMalformed ? { kind: 'malformed', ...counted } : { kind: 'value', value, ...counted }
}

function malformed (violation: Violation): BodyReading {
  return { kind: 'malformed', violations: [violation] }
}

function readList (
  parts: readonly BodyPart[],
  declared: MediaType | undefined,
  violations: ViolationList
): unknown[] {
  const shape = declared?.items === undefined ? shapeOf(declared?.schema).items : shapeOf(declared.items)
  return parts.map((part, index) => {
    const reader = new PartReader({ shape, pointer: `/${index}`, encoding: undefined }, violations)
    return reader.read(part)
  })
}

interface FormContext {
  readonly declared: MediaType | undefined
  readonly mediaType: string
  readonly violations: ViolationList
}

function readObject (parts: readonly BodyPart[], { mediaType, declared, violations }: FormContext): unknown {
  const unnamed = parts.findIndex(part => nameOf(part) === undefined)
  if (unnamed >= 0) {
    const reason = `part ${unnamed + 1} has no name in its Content-Disposition (RFC 7578, section 4.2)`
    violations.add(createMalformed(BODY, `be ${mediaType}`, reason))
  }
  const shape = shapeOf(declared?.schema)
  const members = new Map<string, unknown>()
  for (const [name, ofName] of Map.groupBy(parts, nameOf)) {
    if (name === undefined) continue
    const owner = ownerOf(name, shape)
    if (owner === undefined) {
      const pointer = `/${escapePointer(name)}`
      const part = { shape: shape.member(name), pointer, encoding: declared && ownMember(declared.encoding, name) }
      members.set(name, new PartReader(part, violations).readAll(ofName))
    } else if (!members.has(owner)) members.set(owner, readDeep(owner, parts, shape.member(owner)))
  }
  return Object.fromEntries(members)
}

function nameOf ({ headers: { 'content-disposition': disposition = '' } }: BodyPart): string | undefined {
  const { name } = parametersOf(disposition)
  // Browsers write quotes and line ends within a name as %22, %0D and %0A (HTML standard,
  // "Multipart form data").
  return name?.replace(/%(?:22|0D|0A)/gi, decodeURIComponent)
}

/**
 * Returns the member that `meta[size]` belongs to, where the schema declares `meta` and not
 * `meta[size]`.
 */
function ownerOf (name: string, { names }: Shape): string | undefined {
  const end = name.indexOf('[')
  const owner = end < 1 || names.includes(name) ? undefined : name.slice(0, end)
  return owner !== undefined && names.includes(owner) ? owner : undefined
}

function readDeep (owner: string, parts: readonly BodyPart[], shape: Shape): unknown {
  const pairs = new Map<string, string[]>()
  for (const part of parts) {
    const name = nameOf(part)
    if (name === undefined || !name.startsWith(`${owner}[`)) continue
    const values = pairs.get(name) ?? []
    pairs.set(name, values)
    // The values of a query are percent-encoded, those of parts are not.
    values.push(encodeURIComponent(part.bytes.toString('utf8')))
  }
  return readDeepMembers(owner, pairs, shape)
}
