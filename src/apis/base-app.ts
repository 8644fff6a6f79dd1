import Fastify, { LogController } from 'fastify'
import type { FastifyInstance } from 'fastify'
import { createCors } from './cors.ts'
import type { Cors } from './cors.ts'
import { createFastifyCompilers } from './fastify-compilers.ts'
import { createLog } from './log.ts'
import type { LogLevel } from './log.ts'
import type { Origins } from './origin.ts'
import { routableUrl, splitWorldPrefix } from './world-name-of.ts'

declare module 'fastify' {
  interface FastifyInstance {
    /** The headers that let pages use the responses of the APIs. */
    cors: Cors
  }
}

export interface BaseAppOptions {
  /** The pages that may use the APIs; all pages where none are named. */
  readonly cors?: Origins | undefined
  /** The most bytes that the body of a request may have. */
  readonly bodyLimit: number
  /** The lowest level that is logged to standard output. */
  readonly log: LogLevel
}

/** Creates an app that accepts the URLs of all worlds. */
export function createBaseApp ({ bodyLimit, cors, log }: BaseAppOptions): FastifyInstance {
  const app = Fastify({
    bodyLimit,
    logController: new LogController({ disableRequestLogging: true }),
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 2_000 },
    rewriteUrl: ({ url = '/' }) => routableUrl(splitWorldPrefix(url).url),
    schemaController: { compilersFactory: createFastifyCompilers() }
  })
  app.decorate('cors', createCors(cors))
  if (log !== 'silent') app.log = createLog(log)
  return app
}
