import { isIP } from 'node:net'
import { isTlsName } from '../tls/is-tls-name.ts'
import type { StandinOptions } from '../standin-options.ts'
import { DEFAULT_HOST, DEFAULT_LOG, DEFAULT_PORT } from './command-options.ts'
import type { Flags } from './flags.ts'
import { listSettings } from './list-settings.ts'
import type { Environment, Setting } from './list-settings.ts'
import { toOptions, valueOf } from './to-options.ts'

/** Serves documents. */
export interface ServeCommand {
  readonly kind: 'serve'
  readonly host: string
  readonly port: number
  /** How the edits of what is served are noticed, where they are. */
  readonly watch: false | 'events' | 'polling'
  readonly options: StandinOptions
  /** The verb with which it was asked for, if any. */
  readonly verb?: 'mock'
  /** The notes that are logged at the start, such as that a flag has no effect. */
  readonly notes?: readonly string[]
}

/** The surroundings in which a command line is read. */
export interface Surroundings {
  readonly env: Environment
  readonly isTerminal: boolean
  /**
   * Whether edits are noticed where nothing else is set.
   * @default false
   */
  readonly watches?: boolean
}

/** Returns the command that serves as flags say, or else the environment. Throws `InvalidOption`. */
export function serveCommand ({ documents, flags }: Flags, surroundings: Surroundings): ServeCommand {
  const { env, isTerminal, watches = false } = surroundings
  const settings = listSettings(flags, env)
  const host = String(valueOf('host', settings) ?? DEFAULT_HOST)
  const log = DEFAULT_LOG[isTerminal ? 'terminal' : 'elsewhere']
  return {
    kind: 'serve',
    host,
    port: Number(valueOf('port', settings) ?? DEFAULT_PORT),
    watch: watchMode(settings, watches),
    options: { log, ...withHostName(toOptions(settings, documents), host) }
  }
}

/**
 * Adds the address to listen on to the names of the certificate and, where it is a name, to the host names of the
 * admin API.
 */
function withHostName (options: StandinOptions, host: string): StandinOptions {
  const { cert, tls = cert !== undefined } = options
  const named = tls && isTlsName(host) ? { ...options, tlsNames: [...options.tlsNames ?? [], host] } : options
  return isIP(host) !== 0 ? named : { ...named, allowedHosts: [...options.allowedHosts ?? [], host] }
}

function watchMode (settings: readonly Setting[], watches: boolean): ServeCommand['watch'] {
  if (valueOf('watch-polling', settings) === true) return 'polling'
  return (valueOf('watch', settings) ?? watches) === true && 'events'
}
