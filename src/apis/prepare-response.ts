import type { FastifyReply } from 'fastify'
import type { ApiResponse, FileContent } from '../messages/message.ts'
import { define } from '../documents/own-member.ts'
import { exactJson } from '../exact-json.ts'
import { isBodilessStatus } from '../messages/is-bodiless-status.ts'
import { isFileContent } from '../messages/is-file-content.ts'
import { contentTypeOf, isJson, isMultipart, isXml, isXmlText, mediaTypeOf } from '../messages/media-type.ts'
import { writeBody } from '../messages/write-body.ts'
import { writeMultipart } from '../messages/write-multipart.ts'
import { varyingBy } from '../messages/varying-by.ts'
import { exposedHeaders } from './cors.ts'
import type { MediaType, Operation } from '../contract/contract.ts'
import { findResponse } from '../validation/response-validator.ts'
import { findMediaType } from '../messages/find-media-type.ts'

/** The parts of a response that are written. */
export type Written = Pick<ApiResponse, 'status' | 'headers' | 'body'>

/** A response as it is written, without the length of its body. */
export interface PreparedResponse {
  readonly status: number
  readonly headers: Record<string, string | number | string[] | undefined>
  readonly payload: string | Buffer | FileContent | undefined
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
export function withCorsHeaders (reply: FastifyReply, given: Written['headers']): PreparedResponse['headers'] {
  const { request, server: { cors } } = reply
  const { origin } = request.headers
  const forPages = origin === undefined ? cors.plain : cors.headersFor(request, origin)
  const headers = { ...given } as PreparedResponse['headers']  // Node changes no list of values
  addMissing(headers, reply.getHeaders())
  addMissing(headers, forPages)
  const { vary } = forPages
  if (vary !== undefined && headers.vary !== vary) headers.vary = varyingBy(headers.vary, 'Origin')
  if (forPages['access-control-allow-credentials'] !== undefined) {
    headers['access-control-expose-headers'] ??= exposedHeaders(headers)
  }
  return headers
}

/** Adds headers that are missing, one by one: engines are far slower to copy several objects into a new one. */
function addMissing (headers: PreparedResponse['headers'], others: Readonly<PreparedResponse['headers']>): void {
  for (const name in others) {
    if (!Object.hasOwn(headers, name)) define(headers, name, others[name])
  }
}

/** Tells whether a text is the body itself, rather than a value that is still to be written. */
export function isText (body: string, mediaType: string): boolean {
  return !isJson(mediaType) && (isXmlText(body) || !isXml(mediaType))
}

/** Returns what the operation documents for a body: its schema determines how some media types are written. */
function declaredFor (reply: FastifyReply, contentType: string, status: number): MediaType | undefined {
  const operation = operationOf(reply)
  const content = operation && findResponse(operation, status)?.content
  return content && findMediaType(content, contentType)
}

export function operationOf ({ request }: FastifyReply): Operation | undefined {
  return request.routeOptions.config.standin?.(request).operation
}

/** Returns the length of a body, in bytes. */
export function sizeOf (payload: PreparedResponse['payload']): number {
  if (payload === undefined) return 0
  return isFileContent(payload) ? payload.size : Buffer.byteLength(payload)
}

export const JSON_TYPE = 'application/json; charset=utf-8'
