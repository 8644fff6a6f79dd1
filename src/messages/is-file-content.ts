import type { FileContent } from './message.ts'

/** Whether a body is made while it is sent. */
export function isFileContent (body: unknown): body is FileContent {
  return typeof body === 'object' && body !== null && 'chunks' in body && typeof body.chunks === 'function' && 'mediaType' in body && typeof body.mediaType === 'string'
}
