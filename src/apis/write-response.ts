import type { ServerResponse } from 'node:http'
import { Readable, pipeline } from 'node:stream'
import type { FastifyReply } from 'fastify'
import { endWhenRead, isEarly } from './end-when-read.ts'
import { exactJson } from '../exact-json.ts'
import type { MediaType, Operation } from '../contract/contract.ts'
import { isBodilessStatus } from '../messages/is-bodiless-status.ts'
import { isFileContent } from '../messages/is-file-content.ts'
import { contentTypeOf, isJson, isMultipart, isXml, isXmlText, mediaTypeOf } from '../messages/media-type.ts'
import type { ApiResponse, FileContent, Trickle } from '../messages/message.ts'
import { writeBody } from '../messages/write-body.ts'
import { writeMultipart } from '../messages/write-multipart.ts'
import { findResponse } from '../validation/response-validator.ts'
import { exposedHeaders, varyingByOrigin } from './cors.ts'
import { wait } from '../worlds/wait.ts'
import type { World } from '../worlds/world.ts'
import { findMediaType } from '../messages/find-media-type.ts'

const JSON_TYPE = 'application/json; charset=utf-8'

/** The parts of a response that are written. */
export type Written = Pick<ApiResponse, 'status' | 'headers' | 'body'>

/** How the body of a response is written in pieces, in the time of a world. */
export interface Trickling {
  readonly trickle: Trickle
  readonly world: World
}

/** A response as it is written, without the length of its body. */
export interface PreparedResponse {
  readonly status: number
  readonly headers: Record<string, string | number | string[] | undefined>
  readonly payload: string | Buffer | FileContent | undefined
}

/**
 * Writes a response, in pieces where that is scripted. It bypasses the framework, which would look at the type of the
 * body, the headers and the hooks once more: that takes a tenth of the time of a request.
 */
export function writeResponse (reply: FastifyReply, response: Written, trickling?: Trickling): FastifyReply {
  return writePrepared(reply, prepareResponse(reply, response), trickling)
}

/** Writes a response that has been prepared. */
export function writePrepared (reply: FastifyReply, prepared: PreparedResponse, trickling?: Trickling): FastifyReply {
  const { headers, payload, status } = prepared
  const { raw } = reply
  const isHead = raw.req.method === 'HEAD'
  // A response to HEAD keeps the length that it states, or states none.
  const keepsLength = isHead && (headers['content-length'] !== undefined || isBodiless(reply, payload))
  if (status !== 204 && status !== 304 && !keepsLength) headers['content-length'] = sizeOf(payload)
  // Headers that cannot be written throw here, while an error can still be sent instead.
  raw.writeHead(status, headers)
  reply.hijack()
  if (isEarly(raw) && !isFileContent(payload)) endWhenRead(raw, isHead ? undefined : payload)
  else if (isHead || payload === undefined) raw.end()
  // A client that leaves meanwhile misses nothing.
  else if (isFileContent(payload)) pipeline(Readable.from(payload.chunks(), { objectMode: false }), raw, () => {})
  else if (trickling !== undefined) writeTrickling(raw, Buffer.from(payload), trickling)
  else raw.end(payload)
  return reply
}

/**
 * Writes a body in pieces: the first at once, the last when all the time has passed. The rest follows at once where the
 * world ends, and nothing waits once the client has gone.
 */
function writeTrickling (raw: ServerResponse, body: Buffer, { trickle: { by, chunks, ms }, world }: Trickling): void {
  const gone = new AbortController()
  const startOf = (piece: number) => Math.floor(piece * body.length / chunks)
  const pieces = async function * (): AsyncGenerator<Buffer> {
    for (let sent = 0; sent < chunks; sent++) {
      if (sent > 0) await wait({ ms: ms / (chunks - 1), by }, world, gone.signal)
      const piece = body.subarray(startOf(sent), startOf(sent + 1))
      if (piece.length > 0) yield piece
    }
  }
  pipeline(Readable.from(pieces(), { objectMode: false }), raw, () => gone.abort())
}

/**
 * Prepares the headers and the body of a response. JSON is written as it is, never through a schema, which would hide
 * members that the contract does not know.
 */
export function prepareResponse (reply: FastifyReply, { body, headers: given, status }: Written): PreparedResponse {
  const headers = withCorsHeaders(reply, given)
  if (isBodilessStatus(status)) {
    delete headers['content-type']
    return { status, headers, payload: undefined }
  }
  if (body === undefined) return { status, headers, payload: undefined }
  const contentType = contentTypeOf(given)
  if (contentType !== undefined && isMultipart(contentType) && !isFileContent(body)) {
    const multipart = writeMultipart(body, contentType, declaredFor(reply, contentType, status))
    headers['content-type'] = multipart.contentType
    return { status, headers, payload: multipart.body }
  }
  if (Buffer.isBuffer(body)) {
    headers['content-type'] ??= 'application/octet-stream'
    return { status, headers, payload: body }
  }
  if (isFileContent(body)) {
    headers['content-type'] ??= body.mediaType
    return { status, headers, payload: body }
  }
  if (contentType === undefined) {
    headers['content-type'] = JSON_TYPE
    return { status, headers, payload: exactJson.stringify(body) }
  }
  const mediaType = mediaTypeOf(contentType)
  if (mediaType.includes('json') && !contentType.includes('charset')) {
    headers['content-type'] = `${contentType}; charset=utf-8`
  }
  if (typeof body === 'string' && isText(body, mediaType)) return { status, headers, payload: body }
  if (isJson(mediaType)) return { status, headers, payload: exactJson.stringify(body) }
  const written = writeBody(body, contentType, declaredFor(reply, contentType, status)?.schema)
  return { status, headers, payload: written ?? exactJson.stringify(body) }
}

/** Adds the headers that let pages use a response, and those that hooks have set: the response's own override both. */
function withCorsHeaders (reply: FastifyReply, given: Written['headers']): PreparedResponse['headers'] {
  const { request, server: { cors } } = reply
  const { origin } = request.headers
  const forPages = origin === undefined ? cors.plain : cors.headersFor(request, origin)
  const headers: PreparedResponse['headers'] = { ...forPages, ...reply.getHeaders(), ...given }
  const { vary } = forPages
  if (vary !== undefined && headers.vary !== vary) headers.vary = varyingByOrigin(headers.vary)
  if (forPages['access-control-allow-credentials'] !== undefined) {
    headers['access-control-expose-headers'] ??= exposedHeaders(headers)
  }
  return headers
}

/** Tells whether a text is the body itself, rather than a value that is still to be written. */
function isText (body: string, mediaType: string): boolean {
  return !isJson(mediaType) && (isXmlText(body) || !isXml(mediaType))
}

/** Returns what the operation documents for a body: its schema determines how some media types are written. */
function declaredFor (reply: FastifyReply, contentType: string, status: number): MediaType | undefined {
  const operation = operationOf(reply)
  const content = operation && findResponse(operation, status)?.content
  return content && findMediaType(content, contentType)
}

/** Tells whether the length of a body is unknown, as an operation of HEAD itself has none. */
function isBodiless (reply: FastifyReply, payload: PreparedResponse['payload']): boolean {
  return payload === undefined && operationOf(reply)?.method === 'HEAD'
}

function operationOf ({ request }: FastifyReply): Operation | undefined {
  return request.routeOptions.config.standin?.(request).operation
}

/** Returns the length of a body, in bytes. */
export function sizeOf (payload: PreparedResponse['payload']): number {
  if (payload === undefined) return 0
  return isFileContent(payload) ? payload.size : Buffer.byteLength(payload)
}
