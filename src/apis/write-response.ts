import type { ServerResponse } from 'node:http'
import { Readable, pipeline } from 'node:stream'
import type { FastifyReply } from 'fastify'
import { LEAST_COMPRESSED, compressResponse } from './compress-response.ts'
import { endWhenRead, isEarly } from './end-when-read.ts'
import { fail } from './fail.ts'
import { isDocumentedFile } from './is-documented-file.ts'
import { isFileContent } from '../messages/is-file-content.ts'
import type { Trickle } from '../messages/message.ts'
import { wait } from '../worlds/wait.ts'
import type { World } from '../worlds/world.ts'
import type { PreparedResponse, Written } from './prepare-response.ts'
import { operationOf, prepareResponse, sizeOf } from './prepare-response.ts'

/** How the body of a response is written in pieces, in the time of a world. */
export interface Trickling {
  readonly trickle: Trickle
  readonly world: World
}

/**
 * Writes a response, in pieces where that is scripted. It bypasses the framework, which would look at the type of the
 * body, the headers and the hooks once more: that takes a tenth of the time of a request.
 */
export function writeResponse (reply: FastifyReply, response: Written, trickling?: Trickling): FastifyReply {
  return writePrepared(reply, prepareResponse(reply, response), trickling)
}

/** Writes a response that has been prepared, compressed where the request asks for that. */
export function writePrepared (reply: FastifyReply, prepared: PreparedResponse, trickling?: Trickling): FastifyReply {
  const size = sizeOf(prepared.payload)
  const compressing = size < LEAST_COMPRESSED || trickling !== undefined ? undefined : compressed(reply, prepared)
  if (compressing === undefined) {
    stateLength(reply, prepared, size)
    return write(reply, prepared, trickling)
  }
  compressing.then(payload => {
    stateLength(reply, prepared, sizeOf(payload))
    write(reply, { ...prepared, payload })
  }).catch(error => fail(error, reply))
  return reply
}

/** Returns the body of a response, compressed; returns `undefined` where it is known to stay as it is. */
function compressed (
  reply: FastifyReply,
  { headers, payload, status }: PreparedResponse
): Promise<string | Buffer> | undefined {
  // Files keep the lengths that are told of them.
  if (!reply.server.compresses || payload === undefined || isFileContent(payload)) return undefined
  const operation = operationOf(reply)
  if (operation !== undefined && isDocumentedFile(operation, status, String(headers['content-type']))) return undefined
  return compressResponse(reply.request.headers, { status, headers, payload })
}

/** States the length of a body. A response to HEAD keeps the length that it states, or states none. */
function stateLength (reply: FastifyReply, { headers, payload, status }: PreparedResponse, size: number): void {
  if (status === 204 || status === 304) return
  const isHead = reply.raw.req.method === 'HEAD'
  const keepsLength = isHead && (headers['content-length'] !== undefined || isBodiless(reply, payload))
  if (!keepsLength) headers['content-length'] = size
}

function write (reply: FastifyReply, prepared: PreparedResponse, trickling?: Trickling): FastifyReply {
  const { headers, payload, status } = prepared
  const { raw } = reply
  const isHead = raw.req.method === 'HEAD'
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

/** Tells whether the length of a body is unknown, as an operation of HEAD itself has none. */
function isBodiless (reply: FastifyReply, payload: PreparedResponse['payload']): boolean {
  return payload === undefined && operationOf(reply)?.method === 'HEAD'
}
