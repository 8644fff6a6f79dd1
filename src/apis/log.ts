import { createRequire } from 'node:module'
import type { FastifyBaseLogger } from 'fastify'

/** The levels, from the least important. */
const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal'] as const

/**
 * Creates a logger that writes JSON lines to standard output. It loads pino with the first line: most servers never
 * write one. It serves a whole app, as a logger for each request would cost more than all of the request's checks.
 */
export function createLog (level: Exclude<LogLevel, 'silent'>): FastifyBaseLogger {
  let opened: FastifyBaseLogger | undefined
  const open = (): FastifyBaseLogger => {
    opened ??= loadPino()({ level })
    return opened
  }
  const ignore = (): void => {}
  const writers = LEVELS.map((name, weight) => {
    const write = (...line: Parameters<FastifyBaseLogger['info']>): void => open()[name](...line)
    return [name, weight < LEVELS.indexOf(level) ? ignore : write] as const
  })
  return {
    level,
    ...Object.fromEntries(writers) as Record<typeof LEVELS[number], FastifyBaseLogger['info']>,  // one for each level
    silent: ignore,
    child: (...bindings) => open().child(...bindings)
  }
}

function loadPino (): typeof import('pino').default {
  const require = createRequire(import.meta.url)
  return require('pino') as typeof import('pino').default  // require knows no types
}

export const LOG_LEVELS = ['silent', 'error', 'warn', 'info', 'debug', 'trace'] as const

export type LogLevel = (typeof LOG_LEVELS)[number]
