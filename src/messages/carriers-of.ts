import type { MediaType } from '../contract/contract.ts'
import { FORM, isJson, isMultipart, isSequence, isXml } from './media-type.ts'

/**
 * Returns the media types of which a value can be a body: bytes are no JSON, and lists and objects have a form in few
 * media types. Where none has one, any of them is written as JSON.
 */
export function carriersOf (value: unknown, content: readonly MediaType[]): readonly MediaType[] {
  if (value instanceof Uint8Array) return content.filter(({ name }) => !isJson(name))
  if (typeof value !== 'object' || value === null) return content
  const carriers = content.filter(({ name }) => isRange(name) || carriesParts(name))
  return carriers.length === 0 ? content : carriers
}

function isRange (mediaType: string): boolean {
  return mediaType === '*/*' || mediaType === 'application/*'
}

/** Returns whether lists and objects have a form in a media type. */
export function carriesParts (mediaType: string): boolean {
  if (isJson(mediaType) || isXml(mediaType) || isSequence(mediaType)) return true
  return isMultipart(mediaType) || mediaType === FORM || mediaType === 'text/event-stream'
}
