import { InvalidOption } from '../errors.ts'
import { brokenRule } from '../options.ts'
import type { InitOptions } from '../init/init-overlay.ts'
import type { StandinOptions } from '../options.ts'
import { COMMAND_OPTIONS, DEFAULT_HOST, DEFAULT_LOG, DEFAULT_PORT, environmentName } from './command-options.ts'
import type { CommandOption } from './command-options.ts'
import { parseCtl } from './ctl.ts'
import type { CtlCommand } from './ctl.ts'
import { readFlags } from './flags.ts'
import type { Flags, Verb } from './flags.ts'

/** What a command line asks for. */
export type Command =
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | { readonly kind: 'serve', readonly host: string, readonly port: number, readonly watch: boolean, readonly options: StandinOptions }
  | { readonly kind: 'types', readonly options: StandinOptions }
  | { readonly kind: 'init' } & InitOptions
  | { readonly kind: 'check', readonly format: 'text' | 'json', readonly options: StandinOptions }
  | CtlCommand

/** The variables of the process, by name. */
export type Environment = Readonly<Record<string, string | undefined>>

/**
 * Reads a command line: a flag goes before the environment, the environment before the default.
 * Throws `UnknownOption`, `UnknownVerb` or `InvalidOption`. It touches neither the process nor the disk.
 */
export function parseCommand (args: readonly string[], env: Environment = {}): Command {
  const [first, ...rest] = args
  if (first === 'ctl') return parseCtl(rest, env)
  if (first === 'types') return parseTypes(rest, env)
  if (first === 'check') return parseCheck(rest, env)
  if (first === 'init') return parseInit(rest, env)
  const { flags, documents } = readFlags(args)
  if (flags.has('help')) return { kind: 'help' }
  if (flags.has('version')) return { kind: 'version' }

  const given = listSettings(flags, env)
  const valueOf = (flag: string) => given.find(({ option }) => option.flag === flag)?.value

  return {
    kind: 'serve',
    host: String(valueOf('host') ?? DEFAULT_HOST),
    port: Number(valueOf('port') ?? DEFAULT_PORT),
    watch: flags.has('watch'),
    options: { log: DEFAULT_LOG, ...toOptions(given, documents) }
  }
}

/** Reads what follows `standin types`: which documents it writes of. */
function parseTypes (args: readonly string[], env: Environment): Command {
  const { flags, documents } = readFlags(args, TYPES)
  if (flags.has('help')) return { kind: 'help' }
  return { kind: 'types', options: toOptions(listSettings(flags, env, TYPES.options), documents) }
}

/** Reads what follows `standin check`: which documents it looks at, and how it tells what it finds. */
function parseCheck (args: readonly string[], env: Environment): Command {
  const { flags, documents } = readFlags(args, CHECK)
  if (flags.has('help')) return { kind: 'help' }
  const settings = listSettings(flags, env, CHECK.options)
  const format = settings.find(({ option }) => option === FORMAT)?.value ?? 'text'
  if (format !== 'text' && format !== 'json') throw new InvalidOption('--format', 'be text or json', JSON.stringify(format))
  return { kind: 'check', format, options: toOptions(settings, documents) }
}

/** Reads what follows `standin init`: the document that an overlay is proposed for, and where it goes. */
function parseInit (args: readonly string[], env: Environment): Command {
  const { documents, flags } = readFlags(args, INIT)
  if (flags.has('help')) return { kind: 'help' }
  const [document] = documents
  if (document === undefined || documents.length > 1) {
    throw new InvalidOption('The command', 'be standin init DOCUMENT [--out FILE] [--force]', document === undefined ? 'without a document' : `with ${documents.length} documents: each has an overlay of its own`)
  }
  const [out] = flags.get(OUT.flag)?.slice(-1) ?? []
  return { kind: 'init', document, out, force: flags.has('force'), options: toOptions(listSettings(flags, env, optionsOf('allow-remote-refs')), []) }
}

const OUT: CommandOption = { flag: 'out', value: 'FILE', help: 'where the overlay goes' }
const FORCE: CommandOption = { flag: 'force', help: 'replace a file' }
const FORMAT: CommandOption = { flag: 'format', value: 'FORMAT', help: 'text, json' }
const TYPES: Verb = { title: 'standin types', options: optionsOf('openapi', 'overlay', 'allow-remote-refs', 'fixtures', 'help') }
const INIT: Verb = { title: 'standin init', options: [OUT, FORCE, ...optionsOf('allow-remote-refs', 'help')] }
const CHECK: Verb = { title: 'standin check', options: [FORMAT, ...optionsOf('openapi', 'overlay', 'strict', 'allow-remote-refs', 'fixtures', 'help')] }

function optionsOf (...flags: string[]): CommandOption[] {
  return COMMAND_OPTIONS.filter(({ flag }) => flags.includes(flag))
}

function toOptions (given: readonly Setting[], documents: readonly string[]): StandinOptions {
  const options = Object.fromEntries(given.flatMap(({ option: { sets }, value }) => sets === undefined ? [] : [[sets, value]]))
  return documents.length > 0 ? { ...options, openapi: documents } : options
}

interface Setting {
  readonly option: CommandOption
  readonly value: unknown
}

/** The options that are set, by a flag or else by the environment, each with its value checked. */
function listSettings (flags: Flags['flags'], env: Environment, known = COMMAND_OPTIONS): Setting[] {
  return known.filter(({ value, sets }) => value !== undefined || sets !== undefined).flatMap(option => {
    const written = flags.get(option.flag)
    const text = environmentValue(option, env)
    if (written !== undefined) return [{ option, value: parseValue(option, written, `--${option.flag}`) }]
    return text === undefined ? [] : [{ option, value: parseValue(option, mayRepeat(option) ? text.split(',') : [text], environmentName(option.flag)) }]
  })
}

function mayRepeat ({ reads }: CommandOption): boolean {
  return reads === 'each' || reads === 'pairs'
}

function environmentValue ({ flag }: CommandOption, env: Environment): string | undefined {
  const text = env[environmentName(flag)]
  // Compose files pass on what is unset as empty.
  if (text === '') return undefined
  // Kubernetes sets STANDIN_PORT=tcp://10.0.0.11:4010 in every pod beside a service that is called standin.
  return flag === 'port' && text?.startsWith('tcp://') ? undefined : text
}

function parseValue (option: CommandOption, texts: readonly string[], label: string): unknown {
  const value = readValue(option, texts)
  const must = option.sets === undefined ? brokenAddress(option, value) : brokenRule(option.sets, value)
  if (must !== undefined) throw new InvalidOption(label, must, JSON.stringify(mayRepeat(option) ? texts.join(',') : texts.at(-1)))
  return value
}

/** Of what is given several times, the last counts, where not all do. */
function readValue (option: CommandOption, texts: readonly string[]): unknown {
  const text = texts.at(-1) ?? ''
  switch (option.reads) {
    case 'each': return texts
    case 'pairs': return Object.fromEntries(texts.map(readPair))
    case 'list': return text.split(',').map(item => item.trim())
    // A text that is no number stays what it is, for the message to show.
    case 'number': return /^-?\d+$/.test(text) ? Number(text) : text
  }
  return option.value === undefined ? readSwitch(text) : text
}

function readPair (text: string): [name: string, value: string] {
  const at = text.indexOf('=')
  return at === -1 ? ['', text] : [text.slice(0, at), text.slice(at + 1)]
}

/** A switch stands alone on the command line; the environment says true or false. */
function readSwitch (text: string): unknown {
  if (text === '' || text === 'true') return true
  return text === 'false' ? false : text
}

function brokenAddress ({ flag }: CommandOption, value: unknown): string | undefined {
  if (flag === 'format') return undefined
  if (flag === 'host') return value === '' ? 'be an address of this machine' : undefined
  const isPort = typeof value === 'number' && value >= 0 && value <= 65_535
  return isPort ? undefined : 'be a whole number from 0 to 65535'
}
