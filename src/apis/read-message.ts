import type { FastifyReply } from 'fastify'
import { BodyTooLarge } from '../errors.ts'
import { isJson, isXml, mediaTypeOf } from '../messages/media-type.ts'
import type { PassingMode } from '../messages/proxy-mode.ts'
import type { SentContent, SentMessage } from '../messages/sent-message.ts'
import { decodeAll, listCodings, mayHaveBody, onReject } from './read-body.ts'
import type { readBody } from './read-body.ts'

export interface ReadMessageOptions {
  readonly mode: PassingMode
  /** The most bytes of a body that are read to be validated. */
  readonly limit: number
  /** Whether a larger body is rejected, because the stand-in may answer itself. */
  readonly isWhole: boolean
}

type Done = (error: Error | null, message?: SentMessage) => void

/** How the bodies of requests are read. */
export interface BodyReaders {
  readonly readBody: typeof readBody
  readonly readMessage: typeof readMessage
}

/**
 * Reads the body of a request that may be passed on, as far as it can be validated: what is larger than the limit, or
 * comes without a length and is of a type that nothing is known of, is left to be streamed.
 */
export function readMessage (reply: FastifyReply, options: ReadMessageOptions, done: Done): void {
  const { isWhole, limit, mode } = options
  const { request } = reply
  const finish = (content: SentContent): void => {
    done(null, { mode, request: request.raw, response: reply.raw, content })
  }
  if (!mayHaveBody(request)) return finish(NO_BODY)
  const isLarge = Number(request.headers['content-length']) > limit
  if (isWhole && isLarge) return done(new BodyTooLarge(''))
  if (isLarge || (!isWhole && isStream(reply))) return finish(STREAMED)
  collect(reply, limit, (error, bytes) => {
    if (error !== null) return done(error)
    if (bytes === undefined) return isWhole ? done(new BodyTooLarge('')) : finish(STREAMED)
    const codings = request.headers['content-encoding']
    if (codings === undefined || bytes.length === 0) return finish({ kind: 'read', bytes, decoded: bytes })
    decodeAll(bytes, listCodings(codings), limit).then(
      decoded => finish({ kind: 'read', bytes, decoded }),
      (error: Error) => isWhole ? done(error) : finish({ kind: 'read', bytes, decoded: undefined })
    )
  })
}

const NO_BODY: SentContent = { kind: 'read', bytes: undefined, decoded: undefined }
const STREAMED: SentContent = { kind: 'streamed' }

/** Tells whether a body may come bit by bit for as long as its response does. */
function isStream ({ request: { headers } }: FastifyReply): boolean {
  if (headers['content-length'] !== undefined) return false
  const mediaType = mediaTypeOf(headers['content-type'] ?? '')
  return !isJson(mediaType) && !isXml(mediaType) && !READ.test(mediaType)
}

const READ = /^(?:text\/|multipart\/|application\/x-www-form-urlencoded$)/

/**
 * Collects the bytes of a body. Calls back without any where there are more than the limit: those that were read come
 * first again for whoever reads on.
 */
function collect (
  { request }: FastifyReply,
  limit: number,
  done: (error: Error | null, bytes?: Buffer) => void
): void {
  const { raw } = request
  const chunks: Buffer[] = []
  let size = 0
  const stop = (): void => {
    onReject(request, undefined)
    raw.off('data', onData).off('end', onEnd)
  }
  const onData = (chunk: Buffer): void => {
    size += chunk.length
    chunks.push(chunk)
    if (size <= limit) return
    stop()
    raw.pause()
    raw.unshift(Buffer.concat(chunks, size))
    done(null)
  }
  const onEnd = (): void => {
    stop()
    const [first, ...others] = chunks
    done(null, first === undefined || others.length > 0 ? Buffer.concat(chunks, size) : first)
  }
  onReject(request, error => {
    stop()
    done(error)
  })
  raw.on('data', onData).on('end', onEnd)
}
