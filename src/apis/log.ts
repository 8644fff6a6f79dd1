import type { FastifyBaseLogger } from 'fastify'
import { loadPino, standardOutput } from '../console/output.ts'
import { createPaint } from '../console/paint.ts'
import { createWriteLine } from '../console/write-line.ts'
import type { WriteLine } from '../console/write-line.ts'

/** The levels, from the least important. */
const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal'] as const

type Level = (typeof LEVELS)[number]
type Write = FastifyBaseLogger['info']

export const LOG_LEVELS = ['silent', 'error', 'warn', 'info', 'debug', 'trace'] as const

export type LogLevel = (typeof LOG_LEVELS)[number]

export const LOG_FORMATS = ['text', 'json'] as const

/** How lines are written: as text for people, or each as an object in JSON. */
export type LogFormat = (typeof LOG_FORMATS)[number]

/** Returns whether a server that logs from a level on logs lines of another level. */
export function isLogged (level: Level, from: LogLevel): boolean {
  return from !== 'silent' && LEVELS.indexOf(level) >= LEVELS.indexOf(from)
}

/**
 * Creates a logger that writes lines to standard output. It serves a whole app, as a logger for each request would
 * cost more than all of the request's checks.
 */
export function createLog (from: Exclude<LogLevel, 'silent'>, format: LogFormat): FastifyBaseLogger {
  return toLogger(from, format === 'json' ? createJsonWriters(from) : textWriterOf, {})
}

/** Returns the function that writes lines of a level. */
type WriterOf = (level: Level) => WriteLine

/** Creates a logger whose lines all have the members of `bindings`. */
function toLogger (from: LogLevel, writerOf: WriterOf, bindings: object): FastifyBaseLogger {
  const ignore = (): void => {}
  const writers = LEVELS.map(level => {
    return [level, isLogged(level, from) ? withBindings(writerOf(level), bindings) : ignore] as const
  })
  return {
    level: from,
    ...Object.fromEntries(writers) as Record<Level, Write>,  // one for each level
    silent: ignore,
    child: more => toLogger(from, writerOf, { ...bindings, ...more })
  }
}

/** An empty message without members is no line: it is what a server says that has nothing to add. */
function withBindings (write: WriteLine, bindings: object): Write {
  return (...[given, message]: Parameters<Write>) => {
    if (typeof given === 'string') {
      if (given !== '') write(bindings, given)
    } else if (given instanceof Error) write({ ...bindings, err: given }, message ?? given.message)
    else write({ ...bindings, ...Object(given) }, message ?? '')
  }
}

/** Writes lines by pino, which is loaded with the first one. */
function createJsonWriters (from: LogLevel): WriterOf {
  let opened: FastifyBaseLogger | undefined
  return level => (members, message) => {
    opened ??= loadPino()({ level: from }, standardOutput())
    opened[level](members, message)
  }
}

function textWriterOf (level: Level): WriteLine {
  return createWriteLine(level, standardOutput(), createPaint())
}
