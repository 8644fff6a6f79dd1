import { isObject } from '../documents/is-object.ts'
import type { FileContent } from './message.ts'

/** Returns whether a body is generated while it is sent. */
export function isFileContent (body: unknown): body is FileContent {
  return isObject(body) && typeof body.chunks === 'function' && typeof body.mediaType === 'string'
}
