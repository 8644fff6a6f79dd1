import { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'
import type { ApiResponse, FileContent } from '../validation/message.ts'

const JSON_TYPE = 'application/json; charset=utf-8'

/** Writes an answer. JSON is written as it is, never through a schema, which would hide members that the contract does not know. */
export function writeResponse (reply: FastifyReply, { body, headers, status }: ApiResponse): FastifyReply {
  reply.code(status).headers(headers)
  if (body === undefined) return reply.send()
  if (Buffer.isBuffer(body)) return reply.send(body)
  if (isFileContent(body)) return writeFile(reply, body)
  const contentType = reply.getHeader('content-type')
  if (contentType === undefined) reply.header('content-type', JSON_TYPE)
  if (typeof body === 'string' && contentType !== undefined && !isJson(String(contentType))) return reply.send(body)
  return reply.send(JSON.stringify(body))
}

export function isFileContent (body: unknown): body is FileContent {
  return typeof body === 'object' && body !== null && 'chunks' in body && typeof body.chunks === 'function'
}

/** Sends a file as it is made, no faster than it is taken. */
function writeFile (reply: FastifyReply, { chunks, mediaType, size }: FileContent): FastifyReply {
  if (!reply.hasHeader('content-type')) reply.header('content-type', mediaType)
  reply.header('content-length', size)
  return reply.send(Readable.from(chunks(), { objectMode: false }))
}

function isJson (contentType: string): boolean {
  return /[/+]json\b/.test(contentType)
}
