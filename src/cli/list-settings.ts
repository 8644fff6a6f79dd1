import { InvalidOption } from '../errors.ts'
import { COMMAND_OPTIONS, environmentName, readProxies } from './command-options.ts'
import type { CommandOption } from './command-options.ts'
import type { Flags } from './flags.ts'
import { brokenRule } from '../check-options.ts'

/** The variables of the process, by name. */
export type Environment = Readonly<Record<string, string | undefined>>

/** An option that was set, with its value. */
export interface Setting {
  readonly option: CommandOption
  readonly value: unknown
}

/** Flags that ask for something else than to serve; the environment does not set them. */
const FLAGS_ONLY = ['help', 'version']

/**
 * Returns the options that a flag sets, or else the environment. Throws `InvalidOption` for a value that is
 * not valid.
 */
export function listSettings (flags: Flags['flags'], env: Environment, known = COMMAND_OPTIONS): Setting[] {
  const settings: Setting[] = []
  for (const option of known.filter(({ flag }) => !FLAGS_ONLY.includes(flag))) {
    const given = flags.get(option.flag)
    const fromEnvironment = environmentValues(option, env)
    if (given !== undefined) {
      settings.push({ option, value: parseValue(option, given, `--${option.flag}`) })
    } else if (fromEnvironment !== undefined) {
      settings.push({ option, value: parseValue(option, fromEnvironment, environmentName(option.flag)) })
    }
  }
  return settings
}

function environmentValues (option: CommandOption, env: Environment): readonly string[] | undefined {
  const text = env[environmentName(option.flag)]
  // Compose files pass a variable that is not set as an empty one.
  if (text === undefined || text === '') return undefined
  // Kubernetes sets STANDIN_PORT=tcp://10.0.0.11:4010 in every pod beside a service named standin.
  if (option.flag === 'port' && text.startsWith('tcp://')) return undefined
  return mayRepeat(option) ? text.split(',') : [text]
}

function mayRepeat ({ reads }: CommandOption): boolean {
  return reads === 'each' || reads === 'pairs' || reads === 'services'
}

function parseValue (option: CommandOption, texts: readonly string[], label: string): unknown {
  const value = readValue(option, texts)
  const rule = option.sets === undefined ? brokenOwnRule(option, value) : brokenRule(option.sets, value)
  if (rule === undefined) return value
  throw new InvalidOption(label, rule, JSON.stringify(mayRepeat(option) ? texts.join(',') : texts.at(-1)))
}

/** Reads the last text, or all of them where the option may be repeated. */
function readValue (option: CommandOption, texts: readonly string[]): unknown {
  const text = texts.at(-1) ?? ''
  switch (option.reads) {
    case 'each': return texts
    case 'pairs': return Object.fromEntries(texts.map(readPair))
    case 'services': return Object.fromEntries(texts.map(readService))
    case 'origins': return text === 'off' || text === '*' ? text : readList(text)
    case 'list': return readList(text)
    case 'proxies': return readProxies(text)
    case 'off': return readSwitchOff(text)
    // A text that is not a number stays as it is, so that the message can show it.
    case 'number': return /^-?\d+$/.test(text) ? Number(text) : text
  }
  return option.value === undefined ? readSwitch(text) : text
}

function readList (text: string): string[] {
  return text.split(',').map(item => item.trim())
}

function readPair (text: string): [name: string, value: string] {
  const at = text.indexOf('=')
  return at === -1 ? ['', text] : [text.slice(0, at), text.slice(at + 1)]
}

/** Reads the URL of a service, which is for all APIs where it names none. */
function readService (text: string): [name: string, value: string] {
  const [, name = '*', url = text] = /^([^=/:]+)=(.*)$/s.exec(text) ?? []
  return [name, url]
}

/** Reads a switch: a flag has no value, and the environment says `true` or `false`. */
function readSwitch (text: string): unknown {
  if (text === '' || text === 'true') return true
  return text === 'false' ? false : text
}

function readSwitchOff (text: string): unknown {
  const value = readSwitch(text)
  return typeof value === 'boolean' ? !value : value
}

/** Returns the rule that a value of the command line's own options breaks. */
function brokenOwnRule ({ choices, flag, value: shown }: CommandOption, value: unknown): string | undefined {
  if (choices !== undefined) return choices.includes(String(value)) ? undefined : `be one of ${choices.join(', ')}`
  if (shown === undefined) return typeof value === 'boolean' ? undefined : 'be true or false'
  switch (flag) {
    case 'host': return value === '' ? 'be an address of this machine' : undefined
    case 'input': return isNamed(value) ? undefined : 'be a name with a value, as in --input token=abc'
    case 'port': return isPort(value) ? undefined : 'be a whole number from 0 to 65535'
    case 'format': return value === 'text' || value === 'json' ? undefined : 'be text or json'
  }
}

/** Returns whether each of some pairs has a name. */
function isNamed (pairs: unknown): boolean {
  return typeof pairs === 'object' && pairs !== null && Object.keys(pairs).every(name => name !== '')
}

function isPort (value: unknown): boolean {
  return typeof value === 'number' && value >= 0 && value <= 65_535
}
