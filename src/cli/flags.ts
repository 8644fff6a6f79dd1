import { parseArgs } from 'node:util'
import { nearest } from '../documents/nearest.ts'
import { InvalidOption, UnknownOption } from '../errors.ts'
import { COMMAND_OPTIONS } from './command-options.ts'
import type { CommandOption } from './command-options.ts'
import { sameAsInPrism } from './same-as-in-prism.ts'

export interface Flags {
  /** The values as they were given, by the flag's name. A switch has the value ''. */
  readonly flags: ReadonlyMap<string, readonly string[]>
  readonly documents: readonly string[]
}

/** A verb with options of its own. */
export interface Verb {
  /** As it is typed: `standin check`. */
  readonly title: string
  readonly options: readonly CommandOption[]
}

/** Splits a command line into flags and documents. Throws `UnknownOption` or `InvalidOption`. */
export function readFlags (args: readonly string[], verb?: Verb): Flags {
  // Not strict: the errors of parseArgs have three lines, and do not name the nearest option.
  const { tokens } = parseArgs({
    args: [...args],
    options: toParseOptions(verb?.options ?? COMMAND_OPTIONS),
    allowPositionals: true,
    strict: false,
    tokens: true
  })

  const flags = new Map<string, string[]>()
  const documents: string[] = []
  // The option before, where it stands alone and the next word may be its value.
  let open: CommandOption | undefined
  for (const token of tokens) {
    if (token.kind === 'positional') {
      if (open?.mayFollow?.(token.value) === true) flags.set(open.flag, [token.value])
      else documents.push(token.value)
    }
    open = undefined
    if (token.kind !== 'option') continue
    const option = knownOption(token.name, token.rawName, verb)
    const value = flagValue(option, token.value, token.inlineValue)
    flags.set(token.name, [...flags.get(token.name) ?? [], value])
    if (token.value === undefined) open = option
  }
  if (documents.length > 0 && flags.has('openapi')) {
    const given = JSON.stringify(flags.get('openapi')?.at(-1))
    throw new InvalidOption('--openapi', 'be left out where documents are named', given)
  }
  return { flags, documents }
}

/** Returns the last value of a flag; `undefined` where it was not given. */
export function lastOf (flags: Flags['flags'], name: string): string | undefined {
  return flags.get(name)?.at(-1)
}

/** The options for which other programs have other names. */
const OTHER_NAMES: ReadonlyMap<string, string> = new Map([
  ['https', 'tls'],
  ['http2', 'tls'],
  ['ssl', 'tls'],
  ['tls-cert', 'cert'],
  ['tls-key', 'key'],
  ['ssl-cert', 'cert'],
  ['ssl-key', 'key'],
  ['https-cert', 'cert'],
  ['https-key', 'key'],
  ['https-port', 'port'],
  ['address', 'host'],
  ['listen', 'host']
])

type ParseOptions = Record<string, { type: 'string' | 'boolean', short?: string }>

function toParseOptions (known: readonly CommandOption[]): ParseOptions {
  const options: ParseOptions = {}
  for (const { flag, mayFollow, short, value } of known) {
    const standsAlone = value === undefined || mayFollow !== undefined
    options[flag] = { type: standsAlone ? 'boolean' : 'string', ...short !== undefined && { short } }
  }
  return options
}

/** The most options that a message lists. */
const MOST_LISTED = 12

function knownOption (name: string, rawName: string, verb: Verb | undefined): CommandOption {
  const options = verb?.options ?? COMMAND_OPTIONS
  const option = options.find(({ flag }) => flag === name)
  if (option !== undefined) return option
  const flags = options.map(({ flag }) => flag)
  const isLong = flags.length > MOST_LISTED
  const list = isLong ? `${verb?.title ?? 'standin'} --help lists them` : `there are --${flags.join(', --')}`
  const same = verb === undefined ? sameAsInPrism(rawName) : undefined
  if (same !== undefined) throw new UnknownOption(rawName, same)
  const near = flags.find(flag => flag === OTHER_NAMES.get(name)) ?? nearest(name, flags)
  const shown = verb === undefined ? rawName : `${rawName} of ${verb.title}`
  throw new UnknownOption(shown, near === undefined ? list : `did you mean --${near}?`)
}

function flagValue (option: CommandOption, text: string | undefined, isInline = false): string {
  const { flag, mayFollow, short, value } = option
  if (mayFollow !== undefined) return text ?? ''
  if (value === undefined) {
    if (text === undefined) return ''
    throw new InvalidOption(`--${flag}`, 'stand alone', `followed by ${JSON.stringify(text)}`)
  }
  // In `--host --port 80`, the next flag is not a value; in `--host=--port` it is.
  if (text !== undefined && (isInline || !/^-(?:-|[a-z]$)/i.test(text))) return text
  const help = short === 'h' ? '; --help shows the help' : ''
  throw new InvalidOption(`--${flag}`, `be followed by a value (--${flag} ${value}${help})`, 'not')
}
