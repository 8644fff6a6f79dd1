import type { StandinOptions } from '../options.ts'
import { LOG_LEVELS } from '../apis/log.ts'
import type { LogLevel } from '../apis/log.ts'

export const DEFAULT_HOST = '127.0.0.1'
export const DEFAULT_PORT = 4010
export const DEFAULT_LOG: LogLevel = 'warn'

/** An option of the command line. Parsing and the help text both go by it. */
export interface CommandOption {
  /** Its name, without the dashes. */
  readonly flag: string
  readonly short?: string
  /** What the help shows for its value; an option without one is a switch. */
  readonly value?: string
  /** How its value is read, if not as text; `each` and `pairs` may be given several times. */
  readonly reads?: 'number' | 'list' | 'each' | 'pairs'
  /** Which of the server's options it sets. */
  readonly sets?: keyof StandinOptions
  readonly help: string
  /** The default as the help shows it, where it is not a plain value of the server's option. */
  readonly default?: string
}

export const COMMAND_OPTIONS: readonly CommandOption[] = [
  { flag: 'port', value: 'PORT', reads: 'number', help: 'port to listen on; 0 takes a free one', default: String(DEFAULT_PORT) },
  { flag: 'host', value: 'HOST', help: 'address to listen on; 0.0.0.0 for every one', default: DEFAULT_HOST },
  { flag: 'openapi', value: 'DIR', sets: 'openapi', help: 'directory of OpenAPI documents, each served', default: 'those that ship' },
  { flag: 'overlay', value: 'FILE', reads: 'each', sets: 'overlays', help: 'OpenAPI Overlay to apply; may be given several times', default: 'those in DIR' },
  { flag: 'mount', value: 'API=/PATH', reads: 'pairs', sets: 'mounts', help: 'path to serve an API under; may be given several times', default: "its server's, and none" },
  { flag: 'strict', sets: 'strict', help: 'refuse documents for what they could be served in spite of' },
  { flag: 'allow-remote-refs', sets: 'allowRemoteRefs', help: 'fetch what $refs of http(s) URLs lead to' },
  { flag: 'fixtures', value: 'DIR', sets: 'fixtures', help: 'directory of canned bodies', default: 'those that ship, for the documents that ship' },
  { flag: 'seed', value: 'N', reads: 'number', sets: 'seed', help: 'what everything generated follows from' },
  { flag: 'starts-at', value: 'INSTANT', sets: 'startsAt', help: 'when the clock of every world starts, such as 2026-01-01T00:00:00Z', default: 'the real time' },
  { flag: 'max-worlds', value: 'N', reads: 'number', sets: 'maxWorlds', help: 'worlds kept; the longest unused goes' },
  { flag: 'max-exchanges', value: 'N', reads: 'number', sets: 'maxExchanges', help: "exchanges kept in a world's journal; the oldest goes" },
  { flag: 'max-resources', value: 'N', reads: 'number', sets: 'maxResources', help: 'resources that a world may hold' },
  { flag: 'body-limit', value: 'BYTES', reads: 'number', sets: 'bodyLimit', help: "size of a request's body" },
  { flag: 'admin-token', value: 'TOKEN', sets: 'adminToken', help: 'what the admin API asks for', default: 'none' },
  { flag: 'callback-hosts', value: 'HOST,…', reads: 'list', sets: 'callbackHosts', help: 'the only hosts that callbacks are sent to', default: 'any' },
  { flag: 'log', value: 'LEVEL', sets: 'log', help: LOG_LEVELS.join(', '), default: DEFAULT_LOG },
  { flag: 'watch', help: 'reload what is served after each edit, and keep the state' },
  { flag: 'watch-polling', help: 'watch by polling, for folders whose edits the system does not report' },
  { flag: 'help', short: 'h', help: 'show this help' },
  { flag: 'version', short: 'v', help: 'show the version' }
]

/** The environment variable that stands in for a flag: `STANDIN_MAX_WORLDS` for `max-worlds`. */
export function environmentName (flag: string): string {
  return `STANDIN_${flag.toUpperCase().replaceAll('-', '_')}`
}
