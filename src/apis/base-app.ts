import Fastify, { LogController } from 'fastify'
import type { FastifyInstance } from 'fastify'
import { createLog } from './log.ts'
import type { LogLevel } from './log.ts'
import { routableUrl, splitWorldPrefix } from './world-name-of.ts'

export interface BaseAppOptions {
  /** How large a request's body may be, in bytes. */
  readonly bodyLimit: number
  /** What is logged to standard output: this level and those above it. */
  readonly log: LogLevel
}

/** Makes an app that takes the URLs of all worlds. */
export function createBaseApp ({ bodyLimit, log }: BaseAppOptions): FastifyInstance {
  const app = Fastify({
    bodyLimit,
    logController: new LogController({ disableRequestLogging: true }),
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 2_000 },
    rewriteUrl: ({ url = '/' }) => routableUrl(splitWorldPrefix(url).url),
    schemaController: { compilersFactory: COMPILERS }
  })
  if (log !== 'silent') app.log = createLog(log)
  return app
}

/**
 * What routes with schemas get where nothing else is set. The framework's own compilers would take a seventh of the start to load:
 * the one would coerce what is wrong, and the other drop what a schema does not know.
 */
const COMPILERS = {
  buildValidator: () => () => () => { throw new Error('a route with a schema needs a validator of ours') },
  buildSerializer: () => () => JSON.stringify
}
