import type { MediaType } from '../contract/contract.ts'
import { escapePointer } from '../documents/json-pointer.ts'
import { readDeepMembers } from './read-deep-members.ts'
import { mediaTypeOf, parametersOf } from './media-type.ts'
import { splitMultipart } from './split-multipart.ts'
import type { BodyPart } from './split-multipart.ts'
import { PartReader } from './part-reader.ts'
import { shapeOf } from '../schemas/shape.ts'
import type { Shape } from '../schemas/shape.ts'
import type { Violation } from '../schemas/violation.ts'
import { createMalformed } from '../schemas/create-violation.ts'
import type { BodyReading } from './body-reading.ts'

const BODY = { in: 'body', pointer: '' } as const
const CONTENT_TYPE = { in: 'header', pointer: '/content-type' } as const

/**
 * Reads a multipart body as its schema describes it: an object whose members are the named parts, repeated ones as lists (RFC 7578),
 * or a list of the parts in their order. Parts that are neither JSON nor text stay bytes.
 */
export function parseMultipart (bytes: Buffer, contentType: string, declared: MediaType | undefined): BodyReading {
  const { boundary } = parametersOf(contentType)
  if (boundary === undefined || boundary === '') return malformed(createMalformed(CONTENT_TYPE, 'name a boundary (RFC 2046, section 5.1.1)', `is ${JSON.stringify(contentType.slice(0, 80))}`))
  const split = splitMultipart(bytes, boundary)
  if (split.kind === 'malformed') return malformed(createMalformed(BODY, `be ${mediaTypeOf(contentType)}`, split.reason))
  const { kinds } = shapeOf(declared?.items ?? declared?.schema)
  // Some describe no parts, but that there are some.
  if (kinds.size === 1 && kinds.has('string')) return { kind: 'value', value: bytes, violations: [] }
  const isList = declared?.items !== undefined || (kinds.has('array') && !kinds.has('object'))
  const violations: Violation[] = []
  const value = isList ? readList(split.parts, declared, violations) : readObject(split.parts, { declared, contentType, violations })
  return violations.some(({ rule }) => rule === 'malformed') ? { kind: 'malformed', violations } : { kind: 'value', value, violations }
}

function malformed (violation: Violation): BodyReading {
  return { kind: 'malformed', violations: [violation] }
}

function readList (parts: readonly BodyPart[], declared: MediaType | undefined, violations: Violation[]): unknown[] {
  const shape = declared?.items === undefined ? shapeOf(declared?.schema).items : shapeOf(declared.items)
  return parts.map((part, index) => new PartReader({ shape, pointer: `/${index}`, encoding: undefined }, violations).read(part))
}

interface NamedPartsSource {
  readonly declared: MediaType | undefined
  readonly contentType: string
  readonly violations: Violation[]
}

function readObject (parts: readonly BodyPart[], { contentType, declared, violations }: NamedPartsSource): unknown {
  const shape = shapeOf(declared?.schema)
  const members = new Map<string, unknown>()
  for (const [name, ofName] of Map.groupBy(parts, nameOf)) {
    if (name === undefined) {
      const index = parts.findIndex(part => nameOf(part) === undefined)
      violations.push(createMalformed(BODY, `be ${mediaTypeOf(contentType)}`, `part ${index + 1} has no name in its Content-Disposition (RFC 7578, section 4.2)`))
    } else if (name !== '__proto__') {
      const reader = new PartReader({ shape: shape.member(name), pointer: `/${escapePointer(name)}`, encoding: declared?.encoding[name] }, violations)
      const owner = ownerOf(name, shape)
      if (owner === undefined) members.set(name, reader.readAll(ofName))
      else if (!members.has(owner)) members.set(owner, readDeep(owner, parts, shape.member(owner)))
    }
  }
  return Object.fromEntries(members)
}

function nameOf ({ headers: { 'content-disposition': disposition = '' } }: BodyPart): string | undefined {
  const { name } = parametersOf(disposition)
  // Browsers write quotes and line ends within a name as %22, %0D and %0A (HTML standard, "Multipart form data").
  return name?.replace(/%(?:22|0D|0A)/gi, decodeURIComponent)
}

/** The member that `meta[size]` belongs to, where the schema knows `meta` and not `meta[size]`. */
function ownerOf (name: string, { names }: Shape): string | undefined {
  const end = name.indexOf('[')
  const owner = end < 1 || names.includes(name) ? undefined : name.slice(0, end)
  return owner !== undefined && names.includes(owner) ? owner : undefined
}

function readDeep (owner: string, parts: readonly BodyPart[], shape: Shape): unknown {
  const named = parts.filter(part => nameOf(part)?.startsWith(`${owner}[`))
  const pairs = Map.groupBy(named, part => nameOf(part) ?? '')
  // Values of forms are percent-encoded, and those of parts are not.
  return readDeepMembers(owner, new Map([...pairs].map(([name, parts]) => [name, parts.map(({ bytes }) => encodeURIComponent(bytes.toString('utf8')))])), shape)
}
