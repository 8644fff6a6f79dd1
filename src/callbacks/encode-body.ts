import { exactJson } from '../exact-json.ts'
import type { RequestBody } from '../contract/contract.ts'
import { isJson } from '../messages/media-type.ts'
import { writeBody } from '../messages/write-body.ts'

/** The encoded body of a callback: its media type and its text. */
export interface EncodedBody {
  readonly contentType: string
  readonly text: string
}

/**
 * Encodes a value in the first media type that a callback declares: a form, XML, lines or JSON.
 * A string is sent as it is unless the media type is JSON.
 */
export function encodeBody (
  value: unknown,
  declared: RequestBody | undefined
): EncodedBody | undefined {
  if (value === undefined) return undefined
  const contentType = declared?.content[0]?.name ?? 'application/json'
  if (typeof value === 'string' && !isJson(contentType)) return { contentType, text: value }
  return {
    contentType,
    text: writeBody(value, contentType, declared?.content[0]?.schema) ?? exactJson.stringify(value)
  }
}
