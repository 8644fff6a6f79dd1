import { parseArgs } from 'node:util'
import { nearest } from '../documents/nearest.ts'
import { InvalidOption, UnknownOption, UnknownVerb } from '../errors.ts'
import { CTL_VERBS } from './ctl-verbs.ts'
import type { CtlFlags, CtlRequest, CtlVerb } from './ctl-verbs.ts'

export const DEFAULT_URL = 'http://127.0.0.1:4010'

/** What `standin ctl` is asked to do, and of which server. */
export type CtlCommand =
  | { readonly kind: 'ctl-help' }
  | {
    readonly kind: 'ctl'
    readonly url: string
    /** The default one where it is not named. */
    readonly world: string | undefined
    readonly token: string | undefined
    readonly follows: boolean
    readonly request: CtlRequest
  }

const COMMON_FLAGS = { url: 'URL', world: 'NAME', token: 'TOKEN' }

/** Flags that may be given more than once. */
const REPEATED = ['param']

/** Reads what follows `standin ctl`. Throws `UnknownVerb`, `UnknownOption` or `InvalidOption`. */
export function parseCtl (args: readonly string[], env: Readonly<Record<string, string | undefined>> = {}): CtlCommand {
  const { flags, words } = split(args)
  if (flags.help === true || words.length === 0) return { kind: 'ctl-help' }

  const { rest, verb } = findVerb(words)
  const { token = env.STANDIN_ADMIN_TOKEN, url = env.STANDIN_URL, world = env.STANDIN_WORLD, ...own } = flags
  for (const name of Object.keys(own)) refuseUnknownFlag(name, verb)
  refuseWrongCount(rest, verb)
  refuseWrongParameters(own.param)

  return {
    kind: 'ctl',
    url: baseUrl(orElse(url, DEFAULT_URL)),
    world: orElse(world, undefined),
    token: orElse(token, undefined),
    follows: verb.follows?.(own) ?? false,
    request: verb.toRequest(rest, own)
  }
}

/** What a verb is called with all that it takes. */
export function verbUsage ({ flags = {}, takes = [], words }: CtlVerb): string {
  return [...words, ...takes, ...Object.entries(flags).map(([name, value]) => `[--${name}${value === undefined ? '' : ` ${value}`}]`)].join(' ')
}

function split (args: readonly string[]): { words: string[], flags: Record<string, string | boolean | string[]> } {
  const values = Object.assign({}, COMMON_FLAGS, ...CTL_VERBS.map(({ flags }) => flags)) as Record<string, string | undefined>
  const options = Object.fromEntries([...Object.keys(values), 'help'].map(name => [name, { type: values[name] === undefined ? 'boolean' : 'string', ...name === 'help' && { short: 'h' } } as const]))
  // Not strict: parseArgs would word the errors in three lines, and name no near option.
  const { tokens } = parseArgs({ args: [...args], options, allowPositionals: true, strict: false, tokens: true })

  const flags: Record<string, string | boolean | string[]> = {}
  for (const token of tokens) {
    if (token.kind !== 'option') continue
    const { inlineValue, name, rawName, value } = token
    if (!Object.hasOwn(options, name)) throw unknownFlag(rawName, name, Object.keys(options))
    const takesValue = values[name] !== undefined
    if (takesValue && (value === undefined || (!inlineValue && value.startsWith('--')))) throw new InvalidOption(`--${name}`, `be followed by a value (--${name} ${values[name]})`, 'not')
    if (!takesValue && value !== undefined) throw new InvalidOption(`--${name}`, 'stand alone', `followed by ${JSON.stringify(value)}`)
    const before = flags[name]
    flags[name] = REPEATED.includes(name) ? [...Array.isArray(before) ? before : [], value ?? ''] : value ?? true
  }
  return { flags, words: tokens.flatMap(token => token.kind === 'positional' ? [token.value] : []) }
}

/** The verb that words begin with, and the words that follow it. */
function findVerb (words: readonly string[]): { verb: CtlVerb, rest: readonly string[] } {
  const [first = '', second] = words
  const group = CTL_VERBS.filter(({ words: [word] }) => word === first)
  if (group.length === 0) throw unknownVerb(first, CTL_VERBS.map(({ words: [word] }) => word), '')
  const verb = group.find(({ isDefault = false, words: [, word] }) => word === undefined || word === second || (second === undefined && isDefault))
  if (verb === undefined) throw unknownVerb(second ?? '', group.flatMap(({ words: [, word] }) => word ?? []), `${first} `)
  return { verb, rest: words.slice(verb.words[1] === undefined ? 1 : 2) }
}

function unknownVerb (word: string, known: readonly string[], before: string): Error {
  const near = nearest(word, known)
  return new UnknownVerb(before + word, near === undefined ? `there ${before === '' ? 'are' : 'is'} ${[...new Set(known)].join(', ')}` : `did you mean "${before}${near}"?`)
}

function refuseUnknownFlag (name: string, verb: CtlVerb): void {
  const known = Object.keys({ ...COMMON_FLAGS, ...verb.flags })
  if (!known.includes(name)) throw unknownFlag(`--${name}`, name, known)
}

function unknownFlag (rawName: string, name: string, known: readonly string[]): Error {
  const near = nearest(name, known)
  return new UnknownOption(rawName, near === undefined ? 'standin ctl --help lists them' : `did you mean --${near}?`)
}

function refuseWrongCount (rest: readonly string[], verb: CtlVerb): void {
  const { takes = [] } = verb
  const needed = takes.filter(name => !name.startsWith('[')).length
  if (rest.length >= needed && rest.length <= takes.length) return
  throw new InvalidOption('The command', `be standin ctl ${verbUsage(verb)}`, `followed by ${rest.length === 0 ? 'nothing' : rest.map(word => JSON.stringify(word)).join(' ')}`)
}

function refuseWrongParameters (given: CtlFlags[string]): void {
  const wrong = Array.isArray(given) ? given.find((text: string) => !/^[^=]+=/.test(text)) : undefined
  if (wrong !== undefined) throw new InvalidOption('--param', 'be a name and a value, such as after=PT5S', JSON.stringify(wrong))
}

/** A text that was given; compose files pass on what is unset as empty. */
function orElse<Else> (value: unknown, otherwise: Else): string | Else {
  return typeof value === 'string' && value !== '' ? value : otherwise
}

function baseUrl (url: string): string {
  if (!/^https?:\/\/[^/]/.test(url) || !URL.canParse(url)) throw new InvalidOption('--url', `be an address such as ${DEFAULT_URL}`, JSON.stringify(url))
  return url.replace(/\/+$/, '')
}
