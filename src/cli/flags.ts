import { parseArgs } from 'node:util'
import { nearest } from '../documents/nearest.ts'
import { InvalidOption, UnknownOption } from '../errors.ts'
import { COMMAND_OPTIONS } from './command-options.ts'
import type { CommandOption } from './command-options.ts'

export interface Flags {
  /** The values as they were written, by the flag's name. A switch has the value ''. */
  readonly flags: ReadonlyMap<string, readonly string[]>
  readonly documents: readonly string[]
}

/** What takes options of its own. */
export interface Verb {
  /** As it is typed: `standin check`. */
  readonly title: string
  readonly options: readonly CommandOption[]
}

/** Splits a command line into flags and documents. Throws `UnknownOption` or `InvalidOption`. */
export function readFlags (args: readonly string[], verb?: Verb): Flags {
  const known = verb?.options ?? COMMAND_OPTIONS
  const options = Object.fromEntries(known.map(({ flag, short, value }) =>
    [flag, { type: value === undefined ? 'boolean' : 'string', ...(short === undefined ? {} : { short }) } as const]))
  // Not strict: parseArgs would word the errors in three lines, and name no near option.
  const { tokens } = parseArgs({ args: [...args], options, allowPositionals: true, strict: false, tokens: true })

  const flags = new Map<string, string[]>()
  for (const token of tokens) {
    if (token.kind !== 'option') continue
    const value = flagValue(knownOption(token.name, token.rawName, verb), token.value, token.inlineValue)
    flags.set(token.name, [...flags.get(token.name) ?? [], value])
  }
  const documents = tokens.flatMap(token => token.kind === 'positional' ? [token.value] : [])
  if (documents.length > 0 && flags.has('openapi')) {
    throw new InvalidOption('--openapi', 'be left out where documents are named', JSON.stringify(flags.get('openapi')?.at(-1)))
  }
  return { flags, documents }
}

function knownOption (name: string, rawName: string, verb: Verb | undefined): CommandOption {
  const { options = COMMAND_OPTIONS, title = undefined } = verb ?? {}
  const option = options.find(({ flag }) => flag === name)
  if (option !== undefined) return option
  const flags = options.map(({ flag }) => flag)
  const near = nearest(name, flags)
  const list = title === undefined ? 'standin --help lists them' : `there are --${flags.join(', --')}`
  throw new UnknownOption(title === undefined ? rawName : `${rawName} of ${title}`, near === undefined ? list : `did you mean --${near}?`)
}

function flagValue ({ flag, value }: CommandOption, text: string | undefined, inline: boolean | undefined): string {
  if (value === undefined && text !== undefined) throw new InvalidOption(`--${flag}`, 'stand alone', `followed by ${JSON.stringify(text)}`)
  if (value === undefined) return ''
  // `--host --port 80`: the next flag is no value; `--host=--port` would be.
  if (text === undefined || (inline !== true && text.startsWith('--'))) {
    throw new InvalidOption(`--${flag}`, `be followed by a value (--${flag} ${value})`, 'not')
  }
  return text
}
