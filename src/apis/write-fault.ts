import type { ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { FastifyReply } from 'fastify'
import type { Fault } from '../messages/fault.ts'
import { isFileContent } from '../messages/is-file-content.ts'
import { setTimer } from '../worlds/clock.ts'
import type { World } from '../worlds/world.ts'
import { sizeOf } from './write-response.ts'
import type { PreparedResponse } from './write-response.ts'

/** How long the headers have to reach the client before a reset overtakes them, in real milliseconds. */
const HEADSTART_MS = 20

const GARBAGE = Buffer.from('\u0015\u0003garbage, not HTTP: \u0000\u00ff\u00fe\r\n\r\n', 'latin1')

interface FaultContext {
  readonly fault: Fault
  readonly world: World
}

/** Writes a response that has been prepared, with a fault. */
export function writeFault (reply: FastifyReply, prepared: PreparedResponse, { fault, world }: FaultContext): void {
  const { headers, payload, status } = prepared
  const chunks = isFileContent(payload) ? payload.chunks() : [Buffer.from(payload ?? '')]
  reply.hijack()
  const { raw } = reply
  FAULTS[fault]({
    // The response has no socket while the response to an earlier request on the connection is not sent.
    socket: reply.request.raw.socket,
    body: { size: sizeOf(payload), chunks },
    world,
    writeHead: contentLength => raw.writeHead(status, { ...headers, 'content-length': contentLength })
  })
}

interface Sending {
  readonly socket: Socket
  readonly body: { readonly size: number, readonly chunks: Iterable<Buffer> }
  readonly world: World
  readonly writeHead: (contentLength: number) => ServerResponse
}

const FAULTS: Readonly<Record<Fault, (sending: Sending) => void>> = {
  'reset-before-headers' ({ socket }) {
    socket.resetAndDestroy()
  },
  'reset-after-headers' ({ body, socket, writeHead }) {
    writeHead(Math.max(1, body.size)).flushHeaders()
    setTimer(HEADSTART_MS, () => socket.resetAndDestroy(), { keepsAlive: true })
  },
  'no-answer' ({ socket, world }) {
    socket.once('close', world.ended.add(() => socket.destroy()))
    if (world.hasEnded) socket.destroy()
  },
  'truncated-body' ({ body, socket, writeHead }) {
    writeThenEnd(firstBytes(body.chunks, Math.floor(body.size / 2)), writeHead(Math.max(1, body.size)), socket)
  },
  garbage ({ socket }) {
    socket.write(GARBAGE)
    socket.destroySoon()
  },
  // It states half of the length.
  'wrong-content-length' ({ body, socket, writeHead }) {
    writeThenEnd(body.chunks, writeHead(Math.floor(body.size / 2)), socket)
  }
}

function writeThenEnd (chunks: Iterable<Buffer>, raw: ServerResponse, socket: Socket): void {
  raw.flushHeaders()
  // A client that leaves meanwhile misses nothing.
  pipeline(Readable.from(chunks, { objectMode: false }), raw, { end: false })
    .catch(() => {})
    .finally(() => socket.destroySoon())
}

function * firstBytes (chunks: Iterable<Buffer>, size: number): Generator<Buffer> {
  let left = size
  for (const chunk of chunks) {
    if (left <= 0) return
    yield chunk.subarray(0, left)
    left -= chunk.length
  }
}
