import Fastify, { LogController } from 'fastify'
import type { FastifyInstance } from 'fastify'
import { createCors } from './cors.ts'
import type { Cors } from './cors.ts'
import { createFastifyCompilers } from './fastify-compilers.ts'
import { createLog } from './log.ts'
import type { LogFormat, LogLevel } from './log.ts'
import type { Origins } from './origin.ts'
import { createProxyTrust } from './proxy-trust.ts'
import { createPublicUrl, withoutPublicPath } from './public-url.ts'
import type { PublicUrl, PublicUrlOptions } from './public-url.ts'
import { routableUrl, splitWorldPrefix } from './world-name-of.ts'

declare module 'fastify' {
  interface FastifyInstance {
    /** The headers that let pages use the responses of the APIs. */
    cors: Cors
    /** The URL at which clients reach the server. */
    publicUrl: PublicUrl
  }
}

export interface BaseAppOptions extends PublicUrlOptions {
  /** The pages that may use the APIs; all pages where none are named. */
  readonly cors?: Origins | undefined
  /** The path of the public URL, where requests may have it: proxies that leave it are understood. */
  readonly servedUnder?: string
  /** The most bytes that the body of a request may have. */
  readonly bodyLimit: number
  /** The lowest level that is logged to standard output. */
  readonly log: LogLevel
  /** How lines are written. */
  readonly logFormat: LogFormat
}

/** Creates an app that accepts the URLs of all worlds. */
export function createBaseApp (options: BaseAppOptions): FastifyInstance {
  const { bodyLimit, cors, log, logFormat, servedUnder = '', trustProxy = false } = options
  const app = Fastify({
    bodyLimit,
    logController: new LogController({ disableRequestLogging: true }),
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 2_000 },
    trustProxy: trustProxy !== false && createProxyTrust(trustProxy),
    rewriteUrl (request) {
      const { url = '/' } = request
      const own = servedUnder === '' ? url : withoutPublicPath(url, servedUnder)
      if (own !== url) Object.assign(request, { originalUrl: own })
      return routableUrl(splitWorldPrefix(own).url)
    },
    schemaController: { compilersFactory: createFastifyCompilers() }
  })
  app.decorate('cors', createCors(cors))
  app.decorate('publicUrl', createPublicUrl(options))
  if (log !== 'silent') app.log = createLog(log, logFormat)
  return app
}
