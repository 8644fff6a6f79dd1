import { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'
import type { SchemaReference } from '../contract/contract.ts'
import { isFileContent } from '../validation/is-file-content.ts'
import { findMediaType, isJson, isXml, isXmlText, mediaTypeOf } from '../validation/media-type.ts'
import type { ApiResponse, FileContent } from '../validation/message.ts'
import { findResponse } from '../validation/response-validator.ts'
import { writeBody } from '../validation/write-body.ts'
import type { World } from '../worlds/world.ts'
import { trickle } from './trickle.ts'

const JSON_TYPE = 'application/json; charset=utf-8'

/** A body as it goes out. */
export type Payload = string | Buffer | FileContent | undefined

/** Writes an answer, in pieces where that is scripted. */
export function writeResponse (reply: FastifyReply, response: ApiResponse, world?: World): FastifyReply {
  const payload = prepareResponse(reply, response)
  if (payload === undefined) return reply.send()
  if (isFileContent(payload)) return reply.send(Readable.from(payload.chunks(), { objectMode: false }))
  if (response.trickle === undefined || world === undefined) return reply.send(payload)
  const body = Buffer.from(payload)
  return reply.header('content-length', body.length).send(trickle(body, response.trickle, world))
}

/**
 * Gives a reply the status and the headers of an answer, and tells what its body is. JSON is written as it is, never through a schema,
 * which would hide members that the contract does not know.
 */
export function prepareResponse (reply: FastifyReply, { body, headers, status }: ApiResponse): Payload {
  reply.code(status).headers(headers)
  if (body === undefined || Buffer.isBuffer(body)) return body
  if (isFileContent(body)) {
    if (!reply.hasHeader('content-type')) reply.header('content-type', body.mediaType)
    reply.header('content-length', body.size)
    return body
  }
  const contentType = reply.getHeader('content-type')
  if (contentType === undefined) reply.header('content-type', JSON_TYPE)
  if (contentType === undefined || isJson(mediaTypeOf(String(contentType)))) return JSON.stringify(body)
  if (typeof body === 'string' && (isXmlText(body) || !isXml(mediaTypeOf(String(contentType))))) return body
  return writeBody(body, String(contentType), schemaOf(reply, String(contentType), status)) ?? JSON.stringify(body)
}

/** The schema that the operation documents for a body, which says how it is written in some media types. */
function schemaOf ({ request }: FastifyReply, contentType: string, status: number): SchemaReference | undefined {
  const operation = request.routeOptions.config.standin?.(request).operation
  const content = operation && findResponse(operation, status)?.content
  return content && findMediaType(content, contentType)?.schema
}
