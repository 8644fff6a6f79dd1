import type { MediaType } from '../contract/contract.ts'
import { takesMediaType, writtenMediaType } from '../messages/find-media-type.ts'
import { carriesParts } from '../messages/carriers-of.ts'
import { isJson } from '../messages/media-type.ts'
import { shapeOf } from '../schemas/shape.ts'
import { parseAccept, weightOf } from './parse-accept.ts'
import type { Accepted } from './parse-accept.ts'

/** Sorts the media types that the stand-in prefers to write before others: JSON, and what is written as JSON. */
export function jsonFirst (content: readonly MediaType[]): readonly MediaType[] {
  return content.toSorted((a, b) => rank(a) - rank(b))
}

function rank ({ name }: MediaType): number {
  if (name === 'application/json') return 0
  return isJson(writtenName(name)) ? 1 : 2
}

/**
 * Chooses the media type that a client prefers (RFC 9110, section 12.5.1), the first of those with the same weight.
 * It chooses one even where the client accepts none: refusing such a request is a stage of its own.
 */
export function chooseMediaType (content: readonly MediaType[], accept: unknown): MediaType | undefined {
  if (content.length < 2 || typeof accept !== 'string') return content[0]
  const accepted = parseAccept(accept)
  return content.toSorted((a, b) => weightOf(b, accepted) - weightOf(a, accepted))[0]
}

/** The media types in which ranges are written, where a client names none. */
const TYPES: Readonly<Record<string, string>> = {
  text: 'text/plain',
  image: 'image/png',
  audio: 'audio/mpeg',
  video: 'video/mp4',
  font: 'font/woff2'
}

/** Returns the name under which a media type is written: a range is written as a type within it. */
export function writtenName (name: string): string {
  if (!name.includes('*')) return name
  return TYPES[name.slice(0, name.indexOf('/'))] ?? 'application/json'
}

/**
 * Returns the content type of a response: the media type with its parameters. A range becomes the type within it that
 * the client prefers, among those in which the value can be written.
 */
export function writtenType (mediaType: MediaType, accept: unknown): string {
  if (!mediaType.name.includes('*')) return writtenMediaType(mediaType)
  const usual = usualType(mediaType)
  if (typeof accept !== 'string') return usual
  const accepted = parseAccept(accept)
  const [preferred] = accepted
    .filter(candidate => isWithin(mediaType, candidate))
    .toSorted((a, b) => b.weight - a.weight)
  if (preferred === undefined) return usual
  return weightOf({ name: usual, parameters: {} }, accepted) >= preferred.weight ? usual : preferred.range
}

function isWithin (mediaType: MediaType, { range, weight }: Accepted): boolean {
  if (weight === 0 || range.includes('*')) return false
  return takesMediaType(mediaType.name, range) && canBeWritten(mediaType, range)
}

function usualType ({ name, schema }: MediaType): string {
  const usual = writtenName(name)
  const isBinary = usual === 'application/json' && schema !== undefined && shapeOf(schema).isBinary
  return isBinary ? 'application/octet-stream' : usual
}

/** Tells whether values of a media type can be written in another: lists and objects have a form in few. */
function canBeWritten ({ examples: [example], items, schema }: MediaType, name: string): boolean {
  const { kinds } = shapeOf(schema)
  const hasParts = items !== undefined || typeof example?.value === 'object'
  if (!hasParts && !kinds.has('object') && !kinds.has('array')) return true
  return carriesParts(name)
}
