import type { Socket } from 'node:net'
import type { TLSSocket } from 'node:tls'
import Fastify, { LogController } from 'fastify'
import type { FastifyInstance } from 'fastify'
import { foldUrlCase, mergeSlashes } from '../contract/path-matching.ts'
import type { PathMatching } from '../contract/path-matching.ts'
import { maxHeaderSize } from '../messages/node-http.ts'
import { refuseConnect, refuseLateBodies, refusePlainHttp, respondToClientError } from './client-errors.ts'
import { connectionsOf } from './connections.ts'
import { createCors } from './cors.ts'
import type { Cors } from './cors.ts'
import { createFastifyCompilers } from './fastify-compilers.ts'
import { createLog } from './log.ts'
import { withoutPseudoHeaders } from './http2-stream.ts'
import type { LogFormat, LogLevel } from './log.ts'
import type { Origins } from './origin.ts'
import { createProxyTrust } from './proxy-trust.ts'
import { createPublicUrl, withoutPublicPath } from './public-url.ts'
import type { PublicUrl, PublicUrlOptions } from './public-url.ts'
import { secureServer } from './secure-server.ts'
import type { Certificate } from '../tls/load-certificate.ts'
import { routableUrl, splitWorldPrefix } from './world-name-of.ts'

declare module 'fastify' {
  interface FastifyInstance {
    /** Whether responses are compressed where requests ask for that. */
    compresses: boolean
    /** The headers that let pages use the responses of the APIs. */
    cors: Cors
    /** The URL at which clients reach the server. */
    publicUrl: PublicUrl
  }
}

export interface BaseAppOptions extends PublicUrlOptions, PathMatching {
  /** The pages that may use the APIs; all pages where none are named. */
  readonly cors?: Origins | undefined
  /** Whether responses are compressed where requests ask for that; they are where this is left out. */
  readonly compress?: boolean
  /** The path of the public URL, where requests may have it: proxies that leave it are understood. */
  readonly servedUnder?: string
  /** The certificate to speak TLS with, and HTTP/2; without one, the server speaks neither. */
  readonly certificate?: Pick<Certificate, 'cert' | 'key'> | undefined
  /** The most bytes that the body of a request may have. */
  readonly bodyLimit: number
  /** How long a request may take to come, in seconds; 0 for any time. */
  readonly requestTimeout: number
  /** The lowest level that is logged to standard output. */
  readonly log: LogLevel
  /** How lines are written. */
  readonly logFormat: LogFormat
}

/** Matches the paths of the stand-in itself, whose case counts. */
const OWN_PATH = /^\/__(?:admin|files)(?![^/?#])/i

/** How often it is checked whether requests are late, in milliseconds. */
const MIN_CHECKING_MS = 20
const MAX_CHECKING_MS = 1_000

/** Creates an app that accepts the URLs of all worlds. */
export function createBaseApp (options: BaseAppOptions): FastifyInstance {
  const { bodyLimit, certificate, compress = true, cors, log, logFormat, requestTimeout } = options
  const { servedUnder = '', trustProxy = false } = options
  const { ignoreDuplicateSlashes, ignorePathCase } = options
  const timeoutMs = Math.ceil(requestTimeout * 1_000)
  const app: FastifyInstance = Fastify({
    ...certificate && secureServer(certificate),
    bodyLimit,
    requestTimeout: timeoutMs,
    http: {
      headersTimeout: timeoutMs,
      connectionsCheckingInterval: Math.min(MAX_CHECKING_MS, Math.max(MIN_CHECKING_MS, timeoutMs / 10))
    },
    clientErrorHandler: (error, socket) => respondToClientError(app, error, socket, requestTimeout),
    logController: new LogController({ disableRequestLogging: true }),
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: maxHeaderSize },
    trustProxy: trustProxy !== false && createProxyTrust(trustProxy),
    rewriteUrl (request) {
      if (request.httpVersionMajor === 2) withoutPseudoHeaders(request)
      const { url = '/' } = request
      const merged = ignoreDuplicateSlashes === true ? mergeSlashes(url) : url
      const own = servedUnder === '' ? merged : withoutPublicPath(merged, servedUnder)
      if (own !== url) Object.assign(request, { originalUrl: own })
      const routed = splitWorldPrefix(own).url
      return routableUrl(ignorePathCase === true && !OWN_PATH.test(routed) ? foldUrlCase(routed) : routed)
    },
    schemaController: { compilersFactory: createFastifyCompilers() }
  })
  app.decorate('compresses', compress)
  app.decorate('cors', createCors(cors))
  const connections = connectionsOf(app.server)
  app.addHook('preClose', async () => connections.sweep())
  app.server.on('tlsClientError', (error: Error, socket: TLSSocket) => refusePlainHttp(app, error, socket))
  if (certificate !== undefined && requestTimeout > 0) refuseLateBodies(app, requestTimeout)
  app.server.on('connect', ({ url = '' }, socket: Socket) => refuseConnect(app, url, socket))
  // A server may ignore what a client expects (RFC 9110, section 10.1.1).
  app.server.on('checkExpectation', (request, response) => app.server.emit('request', request, response))
  app.decorate('publicUrl', createPublicUrl(options))
  if (log !== 'silent') app.log = createLog(log, logFormat)
  return app
}
