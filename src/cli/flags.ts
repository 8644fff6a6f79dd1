import { parseArgs } from 'node:util'
import { nearest } from '../contract/nearest.ts'
import { InvalidOption, UnknownOption } from '../errors.ts'
import { COMMAND_OPTIONS } from './command-options.ts'
import type { CommandOption } from './command-options.ts'

export interface Flags {
  /** The values as they were written, by the flag's name; of one that is repeated, the last. A switch has the value ''. */
  readonly flags: ReadonlyMap<string, string>
  readonly documents: readonly string[]
}

/** Splits a command line into flags and documents. Throws `UnknownOption` or `InvalidOption`. */
export function readFlags (args: readonly string[]): Flags {
  const options = Object.fromEntries(COMMAND_OPTIONS.map(({ flag, short, value }) =>
    [flag, { type: value === undefined ? 'boolean' : 'string', ...(short === undefined ? {} : { short }) } as const]))
  // Not strict: parseArgs would word the errors in three lines, and name no near option.
  const { tokens } = parseArgs({ args: [...args], options, allowPositionals: true, strict: false, tokens: true })

  const flags = new Map<string, string>()
  for (const token of tokens) {
    if (token.kind === 'option') flags.set(token.name, flagValue(knownOption(token.name, token.rawName), token.value, token.inlineValue))
  }
  const documents = tokens.flatMap(token => token.kind === 'positional' ? [token.value] : [])
  if (documents.length > 0 && flags.has('openapi')) {
    throw new InvalidOption('--openapi', 'be left out where documents are named', JSON.stringify(flags.get('openapi')))
  }
  return { flags, documents }
}

function knownOption (name: string, rawName: string): CommandOption {
  const known = COMMAND_OPTIONS.find(({ flag }) => flag === name)
  if (known !== undefined) return known
  const near = nearest(name, COMMAND_OPTIONS.map(({ flag }) => flag))
  throw new UnknownOption(rawName, near === undefined ? 'standin --help lists them' : `did you mean --${near}?`)
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
