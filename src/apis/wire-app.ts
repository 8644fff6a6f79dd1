import type { Socket } from 'node:net'
import type { TLSSocket } from 'node:tls'
import Fastify, { LogController } from 'fastify'
import type { FastifyInstance, FastifyServerOptions } from 'fastify'
import type { Certificate } from '../tls/load-certificate.ts'
import { refuseConnect, refuseLateBodies, refusePlainHttp, respondToClientError } from './client-errors.ts'
import { connectionsOf } from './connections.ts'
import { createCors } from './cors.ts'
import type { Cors } from './cors.ts'
import { createLog } from './log.ts'
import type { LogFormat, LogLevel } from './log.ts'
import type { Origins } from './origin.ts'
import { secureServer } from './secure-server.ts'

declare module 'fastify' {
  interface FastifyInstance {
    /** The headers that let pages use the responses of the APIs. */
    cors: Cors
  }
}

export interface WireOptions {
  /** The pages that may use the APIs; all pages where none are named. */
  readonly cors?: Origins | undefined
  /** The certificate to speak TLS with, and HTTP/2; without one, the server speaks neither. */
  readonly certificate?: Pick<Certificate, 'cert' | 'key'> | undefined
  /** How long a request may take to come, in seconds; 0 for any time. */
  readonly requestTimeout: number
  /** The lowest level that is logged to standard output. */
  readonly log: LogLevel
  /** How lines are written. */
  readonly logFormat: LogFormat
}

/** How often it is checked whether requests are late, in milliseconds. */
const MIN_CHECKING_MS = 20
const MAX_CHECKING_MS = 1_000

/**
 * Creates an app that handles connections: it bounds how long requests may take to come, refuses what is no request,
 * and closes connections when it closes. `settings` are further ones of Fastify.
 */
export function createWireApp (options: WireOptions, settings: FastifyServerOptions): FastifyInstance {
  const { certificate, cors, log, logFormat, requestTimeout } = options
  const timeoutMs = Math.ceil(requestTimeout * 1_000)
  const app: FastifyInstance = Fastify({
    ...certificate && secureServer(certificate),
    ...settings,
    requestTimeout: timeoutMs,
    http: {
      headersTimeout: timeoutMs,
      connectionsCheckingInterval: Math.min(MAX_CHECKING_MS, Math.max(MIN_CHECKING_MS, timeoutMs / 10))
    },
    clientErrorHandler: (error, socket) => respondToClientError(app, error, socket, requestTimeout),
    logController: new LogController({ disableRequestLogging: true })
  })
  if (log !== 'silent') app.log = createLog(log, logFormat)
  app.decorate('cors', createCors(cors))
  const connections = connectionsOf(app.server)
  app.addHook('preClose', async () => connections.sweep())
  app.server.on('tlsClientError', (error: Error, socket: TLSSocket) => refusePlainHttp(app, error, socket))
  if (certificate !== undefined && requestTimeout > 0) refuseLateBodies(app, requestTimeout)
  app.server.on('connect', ({ url = '' }, socket: Socket) => refuseConnect(app, url, socket))
  // A server may ignore what a client expects (RFC 9110, section 10.1.1).
  app.server.on('checkExpectation', (request, response) => app.server.emit('request', request, response))
  return app
}
