import { exactJson } from '../exact-json.ts'
import type { Encoding, MediaType } from '../contract/contract.ts'
import { isObject } from '../documents/is-object.ts'
import { ownMember } from '../documents/own-member.ts'
import { shapeOf } from '../schemas/shape.ts'
import type { Shape } from '../schemas/shape.ts'
import { isJson, parametersOf } from './media-type.ts'
import { writeBody } from './write-body.ts'

/** A multipart body, with the content type that names its boundary. */
export interface Multipart {
  readonly contentType: string
  readonly body: Buffer
}

/** One part before it is written. */
interface Part {
  /** The name of the member that it is; `undefined` for an item of a list. */
  readonly name: string | undefined
  readonly value: unknown
  readonly shape: Shape
  readonly encoding: Encoding | undefined
}

/**
 * Writes a multipart body: an object as a part for each member, and for each item of its lists (RFC 7578); a list as
 * its items in their order. A text that is multipart already only gets the boundary that it begins with; any other text
 * is the only part.
 */
export function writeMultipart (value: unknown, contentType: string, declared: MediaType | undefined): Multipart {
  const stated = parametersOf(contentType).boundary
  if (typeof value === 'string' || value instanceof Uint8Array) {
    const body = Buffer.from(value)
    const written = withBoundaryOf(body, contentType)
    if (written !== undefined) return { contentType: written, body }
  }
  const parts = listParts(value, declared).map(writePart)
  const boundary = stated ?? freeBoundary(parts)
  const lines = parts.flatMap(part => [Buffer.from(`--${boundary}\r\n`), part, Buffer.from('\r\n')])
  const body = Buffer.concat([...lines, Buffer.from(`--${boundary}--\r\n`)])
  return { contentType: withBoundary(contentType, boundary), body }
}

/**
 * Returns the content type of a body that is multipart already, with the boundary that it states or that the body
 * begins with; `undefined` where there is none.
 */
export function withBoundaryOf (body: Buffer, contentType: string): string | undefined {
  if (parametersOf(contentType).boundary !== undefined) return contentType
  const [, boundary] = /^(?:\r\n)?--([^\s"]{1,70})\r\n/.exec(body.toString('latin1', 0, 100)) ?? []
  return boundary && withBoundary(contentType, boundary)
}

function withBoundary (contentType: string, boundary: string): string {
  return parametersOf(contentType).boundary === undefined ? `${contentType}; boundary="${boundary}"` : contentType
}

/** Returns a boundary that no part contains: the same for the same parts, so that a run repeats. */
function freeBoundary (parts: readonly Buffer[]): string {
  for (let number = 1; ; number++) {
    const boundary = `standin-part-${number}`
    if (!parts.some(part => part.includes(boundary))) return boundary
  }
}

function listParts (value: unknown, declared: MediaType | undefined): Part[] {
  const shape = shapeOf(declared?.schema)
  if (!isObject(value)) {
    const items = declared?.items === undefined ? shape.items : shapeOf(declared.items)
    return [value].flat().map(item => ({ name: undefined, value: item, shape: items, encoding: undefined }))
  }
  const parts: Part[] = []
  for (const [name, member] of Object.entries(value)) {
    if (member === undefined) continue
    const ofMember = shape.member(name)
    const encoding = declared && ownMember(declared.encoding, name)
    const isRepeated = Array.isArray(member) && !isOneValue(encoding)
    const values: unknown[] = isRepeated ? member : [member]
    const ofPart = isRepeated ? ofMember.items : ofMember
    for (const item of values) parts.push({ name, value: item, shape: ofPart, encoding })
  }
  return parts
}

/** Tells whether a list is a single part: the type that is declared for it can carry lists. */
function isOneValue (encoding: Encoding | undefined): boolean {
  const [mediaType] = encoding?.contentTypes ?? []
  return mediaType !== undefined && isJson(mediaType)
}

function writePart ({ encoding, name, shape, value }: Part): Buffer {
  const isFile = value instanceof Uint8Array || (typeof value === 'string' && shape.isBinary)
  const contentType = partType(value, isFile, encoding)
  const headers = [`Content-Type: ${contentType}`]
  if (name !== undefined) {
    const file = isFile ? `; filename="${escapeName(name)}"` : ''
    headers.unshift(`Content-Disposition: form-data; name="${escapeName(name)}"${file}`)
  }
  return Buffer.concat([Buffer.from(`${headers.join('\r\n')}\r\n\r\n`), contentOf(value, contentType)])
}

/** Returns the type of a part: the declared one, or else the usual one (OpenAPI 3.1, Encoding Object). */
function partType (value: unknown, isFile: boolean, encoding: Encoding | undefined): string {
  const declared = encoding?.contentTypes.find(mediaType => !mediaType.includes('*'))
  if (declared !== undefined) return declared
  if (isFile) return 'application/octet-stream'
  return typeof value === 'object' && value !== null ? 'application/json' : 'text/plain; charset=utf-8'
}

function contentOf (value: unknown, contentType: string): Buffer {
  if (value instanceof Uint8Array) return Buffer.from(value)
  if (isJson(contentType)) return Buffer.from(exactJson.stringify(value))
  if (typeof value === 'string') return Buffer.from(value)
  return Buffer.from(writeBody(value, contentType, undefined) ?? exactJson.stringify(value))
}

/** Escapes a name as browsers do (HTML standard, "Multipart form data"). */
function escapeName (name: string): string {
  return name.replace(/["\r\n]/g, encodeURIComponent)
}
