import Fastify, { LogController } from 'fastify'
import type { FastifyInstance } from 'fastify'
import { createFastifyCompilers } from './fastify-compilers.ts'
import { createLog } from './log.ts'
import type { LogLevel } from './log.ts'
import { routableUrl, splitWorldPrefix } from './world-name-of.ts'

export interface BaseAppOptions {
  /** The most bytes that the body of a request may have. */
  readonly bodyLimit: number
  /** The lowest level that is logged to standard output. */
  readonly log: LogLevel
}

/** Creates an app that accepts the URLs of all worlds. */
export function createBaseApp ({ bodyLimit, log }: BaseAppOptions): FastifyInstance {
  const app = Fastify({
    bodyLimit,
    logController: new LogController({ disableRequestLogging: true }),
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 2_000 },
    rewriteUrl: ({ url = '/' }) => routableUrl(splitWorldPrefix(url).url),
    schemaController: { compilersFactory: createFastifyCompilers() }
  })
  if (log !== 'silent') app.log = createLog(log)
  return app
}
