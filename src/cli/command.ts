import { isIP } from 'node:net'
import { InvalidOption } from '../errors.ts'
import type { InitOptions } from '../init/init-overlay.ts'
import { COMMAND_OPTIONS, DEFAULT_HOST, DEFAULT_LOG, DEFAULT_PORT } from './command-options.ts'
import type { CommandOption } from './command-options.ts'
import { parseCtl } from './ctl.ts'
import type { CtlCommand } from './ctl.ts'
import { readFlags } from './flags.ts'
import type { Verb } from './flags.ts'
import { listSettings } from './list-settings.ts'
import type { Environment, Setting } from './list-settings.ts'
import { isTlsName } from '../tls/is-tls-name.ts'
import type { StandinOptions } from '../standin-options.ts'

/** A command line, parsed. */
export type Command =
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | ServeCommand
  | { readonly kind: 'types', readonly options: StandinOptions }
  | { readonly kind: 'init' } & InitOptions
  | { readonly kind: 'check', readonly format: 'text' | 'json', readonly options: StandinOptions }
  | { readonly kind: 'health', readonly args: readonly string[] }
  | CtlCommand

/** Serves documents. */
export interface ServeCommand {
  readonly kind: 'serve'
  readonly host: string
  readonly port: number
  /** How the edits of what is served are noticed, where they are. */
  readonly watch: false | 'events' | 'polling'
  readonly options: StandinOptions
}

/**
 * Parses a command line. A flag wins over the environment, and the environment over the default, which may differ
 * where a terminal shows the output. It touches neither the process nor the disk.
 * Throws `UnknownOption`, `UnknownVerb` or `InvalidOption`.
 */
export function parseCommand (args: readonly string[], env: Environment = {}, isTerminal = false): Command {
  const [first, ...rest] = args
  switch (first) {
    case 'ctl': return parseCtl(rest, env)
    case 'types': return parseTypes(rest, env)
    case 'check': return parseCheck(rest, env)
    case 'init': return parseInit(rest, env)
    case 'health': return { kind: 'health', args: rest }
    default: return parseServe(args, env, isTerminal)
  }
}

function parseServe (args: readonly string[], env: Environment, isTerminal: boolean): Command {
  const { flags, documents } = readFlags(args)
  if (flags.has('help')) return { kind: 'help' }
  if (flags.has('version')) return { kind: 'version' }

  const settings = listSettings(flags, env)
  const host = String(valueOf('host', settings) ?? DEFAULT_HOST)
  const log = DEFAULT_LOG[isTerminal ? 'terminal' : 'elsewhere']
  return {
    kind: 'serve',
    host,
    port: Number(valueOf('port', settings) ?? DEFAULT_PORT),
    watch: watchMode(settings),
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

function watchMode (settings: readonly Setting[]): ServeCommand['watch'] {
  if (valueOf('watch-polling', settings) === true) return 'polling'
  return valueOf('watch', settings) === true && 'events'
}

/** Parses what follows `standin types`: the documents. */
function parseTypes (args: readonly string[], env: Environment): Command {
  const { flags, documents } = readFlags(args, TYPES)
  if (flags.has('help')) return { kind: 'help' }
  return { kind: 'types', options: toOptions(listSettings(flags, env, TYPES.options), documents) }
}

/** Parses what follows `standin check`: the documents, and the format of the report. */
function parseCheck (args: readonly string[], env: Environment): Command {
  const { flags, documents } = readFlags(args, CHECK)
  if (flags.has('help')) return { kind: 'help' }
  const settings = listSettings(flags, env, CHECK.options)
  const format = valueOf('format', settings) === 'json' ? 'json' : 'text'
  return { kind: 'check', format, options: toOptions(settings, documents) }
}

/** Parses what follows `standin init`: the document to propose an overlay for, and the file to write. */
function parseInit (args: readonly string[], env: Environment): Command {
  const { documents, flags } = readFlags(args, INIT)
  if (flags.has('help')) return { kind: 'help' }
  const [document, ...others] = documents
  if (document === undefined) throw new InvalidOption('The command', INIT_FORM, 'without a document')
  if (others.length > 0) {
    const given = `with ${documents.length} documents: each has an overlay of its own`
    throw new InvalidOption('The command', INIT_FORM, given)
  }
  const options = toOptions(listSettings(flags, env, optionsOf('allow-path', 'allow-remote-refs')), [])
  return { kind: 'init', document, out: flags.get('out')?.at(-1), force: flags.has('force'), options }
}

const INIT_FORM = 'be standin init DOCUMENT [--out FILE] [--force]'

const OUT: CommandOption = { flag: 'out', value: 'FILE', help: 'file to write the overlay to' }
const FORCE: CommandOption = { flag: 'force', help: 'replace an existing file' }
const FORMAT: CommandOption = { flag: 'format', value: 'FORMAT', help: 'text or json' }

const TYPES: Verb = {
  title: 'standin types',
  options: optionsOf('openapi', 'overlay', 'allow-path', 'allow-remote-refs', 'fixtures', 'help')
}

const INIT: Verb = {
  title: 'standin init',
  options: [OUT, FORCE, ...optionsOf('allow-path', 'allow-remote-refs', 'help')]
}

const CHECK: Verb = {
  title: 'standin check',
  options: [FORMAT, ...optionsOf('openapi', 'overlay', 'strict', 'allow-path', 'allow-remote-refs', 'fixtures', 'help')]
}

function optionsOf (...flags: string[]): CommandOption[] {
  return COMMAND_OPTIONS.filter(({ flag }) => flags.includes(flag))
}

function valueOf (flag: string, settings: readonly Setting[]): unknown {
  return settings.find(({ option }) => option.flag === flag)?.value
}

/** Returns the server's options that are set; documents that are named replace the folder of documents. */
function toOptions (settings: readonly Setting[], documents: readonly string[]): StandinOptions {
  const options: Partial<Record<keyof StandinOptions, unknown>> = {}
  for (const { option: { sets }, value } of settings) {
    if (sets !== undefined) options[sets] = value
  }
  if (documents.length > 0) options.openapi = documents
  // A cast: each value has been checked against the rule of its option.
  return options as StandinOptions
}
