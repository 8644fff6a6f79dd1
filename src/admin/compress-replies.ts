import type { FastifyInstance } from 'fastify'
import { LEAST_COMPRESSED, compressResponse } from '../apis/compress-response.ts'

/** Compresses the responses of the admin API as their requests ask. */
export function compressReplies (app: FastifyInstance): void {
  if (!app.compresses) return
  app.addHook('onSend', (request, reply, payload, done) => {
    const isWhole = typeof payload === 'string' || Buffer.isBuffer(payload)
    if (!isWhole || Buffer.byteLength(payload) < LEAST_COMPRESSED) return done(null, payload)
    const headers = reply.getHeaders()
    const compressing = compressResponse(request.headers, { status: reply.statusCode, headers, payload })
    if (headers.vary !== undefined) reply.header('vary', headers.vary)
    if (compressing === undefined) return done(null, payload)
    compressing.then(body => {
      const { 'content-encoding': coding, etag } = headers
      if (coding !== undefined) reply.header('content-encoding', coding)
      if (etag !== undefined) reply.header('etag', etag)
      done(null, body)
    }).catch(done)
  })
}
