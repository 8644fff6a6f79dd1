import { createRequire } from 'node:module'
import type { FastifyBaseLogger } from 'fastify'

/** From what matters least. */
const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal'] as const

/**
 * Makes a logger of JSON lines on standard output. What writes them is loaded with the first line: most servers never write one.
 * It is for a whole app. A logger for each request would cost every request more than all of its checks, for what is hardly ever written.
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
