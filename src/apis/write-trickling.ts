import type { ServerResponse } from 'node:http'
import { Readable, pipeline } from 'node:stream'
import type { Trickle } from '../messages/message.ts'
import { wait } from '../worlds/wait.ts'
import type { World } from '../worlds/world.ts'

/** Writes a body in pieces: the first comes at once, the last when all the time is over. The rest comes at once where the world goes, and waits for nothing once the client has. */
export function writeTrickling (raw: ServerResponse, body: Buffer, { by, chunks, ms }: Trickle, world: World): void {
  const gone = new AbortController()
  const pieces = async function * (): AsyncGenerator<Buffer> {
    for (let sent = 0; sent < chunks; sent++) {
      if (sent > 0) await wait({ ms: ms / (chunks - 1), by }, world, gone.signal)
      const piece = body.subarray(Math.floor(sent * body.length / chunks), Math.floor((sent + 1) * body.length / chunks))
      if (piece.length > 0) yield piece
    }
  }
  pipeline(Readable.from(pieces(), { objectMode: false }), raw, () => gone.abort())
}
