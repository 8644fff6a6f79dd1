import { parseArgs } from 'node:util'
import { nearest } from '../documents/nearest.ts'
import { InvalidOption, UnknownOption } from '../errors.ts'
import { CTL_VERBS } from './ctl-verbs.ts'

/** The flags of every verb, each with the placeholder of its value. */
export const COMMON_FLAGS = { url: 'URL', world: 'NAME', token: 'TOKEN', ca: 'FILE' }

/** Flags that may be given more than once. */
const REPEATED = ['param']

interface SplitArgs {
  readonly words: readonly string[]
  readonly flags: Record<string, string | boolean | string[]>
}

/** The placeholders of the flags of all verbs, by name; a switch has none. */
type Placeholders = Readonly<Record<string, string | undefined>>

/** Splits what follows `standin ctl` into words and flags. Throws `UnknownOption` or `InvalidOption`. */
export function splitCtlArgs (args: readonly string[]): SplitArgs {
  const known: Placeholders = Object.assign({ help: undefined }, COMMON_FLAGS, ...CTL_VERBS.map(({ flags }) => flags))
  // Not strict: the errors of parseArgs have three lines, and do not name the nearest option.
  const { tokens } = parseArgs({
    args: [...args],
    options: toParseOptions(known),
    allowPositionals: true,
    strict: false,
    tokens: true
  })

  const flags: SplitArgs['flags'] = {}
  const words: string[] = []
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value)
    if (token.kind !== 'option') continue
    const { inlineValue = false, name, rawName, value } = token
    if (!Object.hasOwn(known, name)) throw unknownFlag(rawName, name, Object.keys(known))
    rejectWrongValue({ name, value, inlineValue }, known[name])
    const before = flags[name]
    const earlier = Array.isArray(before) ? before : []
    flags[name] = REPEATED.includes(name) ? [...earlier, value ?? ''] : value ?? true
  }
  return { flags, words }
}

type ParseOptions = Record<string, { type: 'string' | 'boolean', short?: string }>

function toParseOptions (known: Placeholders): ParseOptions {
  const options: ParseOptions = {}
  for (const [name, placeholder] of Object.entries(known)) {
    options[name] = { type: placeholder === undefined ? 'boolean' : 'string', ...name === 'help' && { short: 'h' } }
  }
  return options
}

interface GivenFlag {
  readonly name: string
  readonly value: string | undefined
  /** Whether the value follows an equals sign. */
  readonly inlineValue: boolean
}

function rejectWrongValue ({ inlineValue, name, value }: GivenFlag, placeholder: string | undefined): void {
  const isMissing = value === undefined || (!inlineValue && value.startsWith('--'))
  if (placeholder !== undefined && isMissing) {
    throw new InvalidOption(`--${name}`, `be followed by a value (--${name} ${placeholder})`, 'not')
  }
  if (placeholder === undefined && value !== undefined) {
    throw new InvalidOption(`--${name}`, 'stand alone', `followed by ${JSON.stringify(value)}`)
  }
}

/** Returns the error for a flag that a verb does not have. */
export function unknownFlag (rawName: string, name: string, known: readonly string[]): Error {
  const near = nearest(name, known)
  return new UnknownOption(rawName, near === undefined ? 'standin ctl --help lists them' : `did you mean --${near}?`)
}
