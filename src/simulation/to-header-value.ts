import type { HeaderValue } from '../messages/message.ts'
import { toText } from './template.ts'

/** Returns a value of a reply as that of a header. The values of a list are headers of their own; an object is JSON. */
export function toHeaderValue (value: unknown): HeaderValue {
  return Array.isArray(value) ? value.filter(item => item !== undefined).map(toText) : toText(value)
}
