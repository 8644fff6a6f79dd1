import type { ServerResponse } from 'node:http'
import type { ServerHttp2Stream } from 'node:http2'
import type { Socket } from 'node:net'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { FastifyReply } from 'fastify'
import type { Fault } from '../messages/fault.ts'
import { FAULT_HEADER, hopOf } from '../replicas/hop.ts'
import { isFileContent } from '../messages/is-file-content.ts'
import { setTimer } from '../worlds/clock.ts'
import type { World } from '../worlds/world.ts'
import { http2Stream } from './http2-stream.ts'
import type { PreparedResponse } from './prepare-response.ts'
import { sizeOf } from './prepare-response.ts'

/** How long what was sent has to reach the client before a reset overtakes it, in real milliseconds. */
const HEADSTART_MS = 20

/** The code of HTTP/2 for a server that fails (RFC 9113, section 7). */
const INTERNAL_ERROR = 0x2

const GARBAGE = Buffer.from('\u0015\u0003garbage, not HTTP: \u0000\u00ff\u00fe\r\n\r\n', 'latin1')

interface FaultContext {
  readonly fault: Fault
  /** The world whose end ends a request that gets no answer; `undefined` where another replica has the world. */
  readonly world: World | undefined
  /** Called when a connection that has no answer is closed. */
  readonly onClose?: () => void
}

/** Writes a response that has been prepared, with a fault. */
export function writeFault (reply: FastifyReply, prepared: PreparedResponse, context: FaultContext): void {
  const { fault, onClose, world } = context
  const { headers, payload, status } = prepared
  reply.hijack()
  const chunks = isFileContent(payload) ? payload.chunks() : [Buffer.from(payload ?? '')]
  const { raw, request } = reply
  if (hopOf(request.raw) !== undefined && fault !== 'no-answer') {
    // The replica that passed the request on has the connection of the client.
    raw.writeHead(status, { ...headers, 'content-length': sizeOf(payload), [FAULT_HEADER]: fault })
    pipeline(Readable.from(chunks, { objectMode: false }), raw).catch(() => {})
    return
  }
  const stream = http2Stream(request.raw)
  const act = (): void => FAULTS[fault]({
    // The response has no socket while the response to an earlier request on the connection is not sent.
    line: stream === undefined ? toLine(request.raw.socket) : toStreamLine(stream),
    body: { size: sizeOf(payload), chunks },
    world,
    onClose,
    writeHead: contentLength => raw.writeHead(status, { ...headers, 'content-length': contentLength })
  })
  if (stream !== undefined || raw.socket !== null || fault === 'no-answer') act()
  // A fault must not cut off the responses to the requests that came before on the connection.
  else raw.once('socket', () => setTimer(HEADSTART_MS, act, { keepsAlive: true }))
}

interface Sending {
  readonly line: Line
  readonly body: { readonly size: number, readonly chunks: Iterable<Buffer> }
  readonly world: World | undefined
  readonly onClose: (() => void) | undefined
  readonly writeHead: (contentLength: number) => ServerResponse
}

/** The connection of a request, or its stream over HTTP/2: the other requests of the connection have no fault. */
interface Line {
  /** Breaks it off at once: the client learns of an error. */
  readonly reset: () => void
  /** Ends it at once. */
  readonly drop: () => void
  /** Ends it when everything is sent. */
  readonly end: () => void
  readonly onClose: (listener: () => void) => void
  readonly write: (bytes: Buffer) => void
}

function toLine (socket: Socket): Line {
  return {
    reset: () => socket.resetAndDestroy(),
    drop: () => socket.destroy(),
    end: () => socket.destroySoon(),
    onClose: listener => socket.destroyed ? listener() : socket.once('close', listener),
    write: bytes => socket.write(bytes)
  }
}

function toStreamLine (stream: ServerHttp2Stream): Line {
  return {
    reset: () => stream.close(INTERNAL_ERROR),
    drop: () => stream.close(INTERNAL_ERROR),
    // A stream that ends before its length is an error for the client too (RFC 9113, section 8.1.1).
    end: () => stream.end(),
    onClose: listener => stream.closed ? listener() : stream.once('close', listener),
    write: () => {}
  }
}

const FAULTS: Readonly<Record<Fault, (sending: Sending) => void>> = {
  'reset-before-headers' ({ line }) {
    line.reset()
  },
  'reset-after-headers' ({ body, line, writeHead }) {
    writeHead(Math.max(1, body.size)).flushHeaders()
    setTimer(HEADSTART_MS, () => line.reset(), { keepsAlive: true })
  },
  'no-answer' ({ line, onClose, world }) {
    if (world !== undefined) line.onClose(world.ended.add(() => line.drop()))
    if (onClose !== undefined) line.onClose(onClose)
    if (world?.hasEnded === true) line.drop()
  },
  'truncated-body' ({ body, line, writeHead }) {
    writeThenEnd(firstBytes(body.chunks, Math.floor(body.size / 2)), writeHead(Math.max(1, body.size)), line)
  },
  garbage ({ line }) {
    line.write(GARBAGE)
    line.end()
  },
  // It states half of the length.
  'wrong-content-length' ({ body, line, writeHead }) {
    writeThenEnd(body.chunks, writeHead(Math.floor(body.size / 2)), line)
  }
}

function writeThenEnd (chunks: Iterable<Buffer>, raw: ServerResponse, line: Line): void {
  raw.flushHeaders()
  // A client that leaves meanwhile misses nothing.
  pipeline(Readable.from(chunks, { objectMode: false }), raw, { end: false })
    .catch(() => {})
    .finally(() => line.end())
}

function * firstBytes (chunks: Iterable<Buffer>, size: number): Generator<Buffer> {
  let left = size
  for (const chunk of chunks) {
    if (left <= 0) return
    yield chunk.subarray(0, left)
    left -= chunk.length
  }
}
