import type { RequestBody } from '../contract/contract.ts'
import { isJson } from '../messages/media-type.ts'
import { writeBody } from '../messages/write-body.ts'

/** A callback's body as it is written: its media type and its text. */
export interface EncodedBody {
  readonly contentType: string
  readonly text: string
}

/** Writes a value in the first media type that a callback declares: text as it is where that is no JSON, or else a form, XML, lines or JSON. */
export function encodeBody (
  value: unknown,
  declared: RequestBody | undefined
): EncodedBody | undefined {
  if (value === undefined) return undefined
  const contentType = declared?.content[0]?.name ?? 'application/json'
  if (typeof value === 'string' && !isJson(contentType)) return { contentType, text: value }
  return {
    contentType,
    text: writeBody(value, contentType, declared?.content[0]?.schema) ?? JSON.stringify(value)
  }
}
