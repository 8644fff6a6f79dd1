import type { Operation } from '../contract/contract.ts'
import { carriersOf } from '../messages/carriers-of.ts'
import { writtenMediaType } from '../messages/find-media-type.ts'
import type { FileContent } from '../messages/message.ts'
import type { Declaration } from '../simulation/declaration.ts'
import { findResponse } from '../validation/response-validator.ts'
import { parseFixtureFile } from './fixture-file.ts'

/** The words for a body that is sent as it is. */
export const RAW_WORDS = ['raw', 'base64', 'file'] as const

/** A body that is sent as it is: a text, bytes, or a file of the fixtures. */
export interface RawBody {
  readonly word: (typeof RAW_WORDS)[number]
  /** Returns the bytes. */
  readonly open: () => Buffer | FileContent
}

/** Parses the body of a reply that is sent as it is. `folder` is that of the fixtures. */
export function parseRawBody (
  word: RawBody['word'],
  declaration: Declaration,
  folder: string | undefined
): RawBody {
  if (word === 'file') return { word, open: parseFixtureFile(declaration, folder) }
  const bytes = word === 'raw' ? Buffer.from(declaration.text()) : parseBase64(declaration)
  return { word, open: () => bytes }
}

function parseBase64 (declaration: Declaration): Buffer {
  const text = declaration.text().replace(/\s/g, '')
  const isBase64 = /^[A-Za-z0-9+/]*={0,2}$/.test(text) && text.length % 4 === 0
  return isBase64 ? Buffer.from(text, 'base64') : declaration.refuse('is not base64 (RFC 4648, section 4)')
}

/**
 * Returns the content type of a raw body whose reply states none: that of the file where it is documented, or else the
 * first that the operation documents for the status.
 */
export function rawContentType ({ open, word }: RawBody, operation: Operation, status: number): string {
  const content = findResponse(operation, status)?.content ?? []
  const body = open()
  const own = Buffer.isBuffer(body) ? DEFAULT_TYPES[word] : body.mediaType
  const named = content.filter(({ name }) => !name.includes('*'))
  if (content.length === 0 || named.some(({ name }) => name === own)) return own
  // Bytes are JSON at last, while a text may well be.
  const [first = named[0]] = word === 'base64' ? carriersOf(body, named) : named
  return first === undefined ? own : writtenMediaType(first)
}

const DEFAULT_TYPES = {
  raw: 'text/plain; charset=utf-8',
  base64: 'application/octet-stream',
  file: 'application/octet-stream'
}
