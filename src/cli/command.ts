import { InvalidOption, UnknownOption } from '../errors.ts'
import { brokenRule } from '../options.ts'
import type { StandinOptions } from '../options.ts'
import { COMMAND_OPTIONS, DEFAULT_HOST, DEFAULT_LOG, DEFAULT_PORT, environmentName } from './command-options.ts'
import type { CommandOption } from './command-options.ts'
import { parseCtl } from './ctl.ts'
import type { CtlCommand } from './ctl.ts'
import { readFlags } from './flags.ts'

/** What a command line asks for. */
export type Command =
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | { readonly kind: 'serve', readonly host: string, readonly port: number, readonly watch: boolean, readonly options: StandinOptions }
  | { readonly kind: 'types', readonly options: StandinOptions }
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
  const { flags, documents } = readFlags(args)
  if (flags.has('help')) return { kind: 'help' }
  const other = [...flags.keys()].find(flag => !TYPES_FLAGS.includes(flag))
  if (other !== undefined) throw new UnknownOption(`--${other} of standin types`, `there are --${TYPES_FLAGS.join(' and --')}`)
  const given = listSettings(flags, env).filter(({ option: { flag } }) => TYPES_FLAGS.includes(flag))
  return { kind: 'types', options: toOptions(given, documents) }
}

const TYPES_FLAGS = ['openapi', 'fixtures']

function toOptions (given: readonly Setting[], documents: readonly string[]): StandinOptions {
  const options = Object.fromEntries(given.flatMap(({ option: { sets }, value }) => sets === undefined ? [] : [[sets, value]]))
  return documents.length > 0 ? { ...options, openapi: documents } : options
}

interface Setting {
  readonly option: CommandOption
  readonly value: unknown
}

/** The options that are set, by a flag or else by the environment, each with its value checked. */
function listSettings (flags: ReadonlyMap<string, string>, env: Environment): Setting[] {
  return COMMAND_OPTIONS.filter(option => option.value !== undefined).flatMap(option => {
    const flag = flags.get(option.flag)
    const text = flag ?? environmentValue(option, env)
    const label = flag === undefined ? environmentName(option.flag) : `--${option.flag}`
    return text === undefined ? [] : [{ option, value: parseValue(option, text, label) }]
  })
}

function environmentValue ({ flag }: CommandOption, env: Environment): string | undefined {
  const text = env[environmentName(flag)]
  // Compose files pass on what is unset as empty.
  if (text === '') return undefined
  // Kubernetes sets STANDIN_PORT=tcp://10.0.0.11:4010 in every pod beside a service that is called standin.
  return flag === 'port' && text?.startsWith('tcp://') ? undefined : text
}

function parseValue (option: CommandOption, text: string, label: string): unknown {
  const value = readValue(option, text)
  const must = option.sets === undefined ? brokenAddress(option, value) : brokenRule(option.sets, value)
  if (must !== undefined) throw new InvalidOption(label, must, JSON.stringify(text))
  return value
}

function readValue ({ reads }: CommandOption, text: string): unknown {
  if (reads === 'list') return text.split(',').map(item => item.trim())
  // A text that is no number stays what it is, for the message to show.
  return reads === 'number' && /^-?\d+$/.test(text) ? Number(text) : text
}

function brokenAddress ({ flag }: CommandOption, value: unknown): string | undefined {
  if (flag === 'host') return value === '' ? 'be an address of this machine' : undefined
  const isPort = typeof value === 'number' && value >= 0 && value <= 65_535
  return isPort ? undefined : 'be a whole number from 0 to 65535'
}
