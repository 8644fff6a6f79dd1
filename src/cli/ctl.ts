import { nearest } from '../documents/nearest.ts'
import { InvalidOption, UnknownVerb } from '../errors.ts'
import { baseUrl, DEFAULT_URL } from './base-url.ts'
import { CTL_VERBS } from './ctl-verbs.ts'
import type { CtlFlags, CtlRequest, CtlVerb } from './ctl-verbs.ts'
import { COMMON_FLAGS, splitCtlArgs, unknownFlag } from './split-ctl-args.ts'

/** A command of `standin ctl`, and the server that it is for. */
export type CtlCommand =
  | { readonly kind: 'ctl-help' }
  | {
    readonly kind: 'ctl'
    readonly url: string
    /** The name of the world; `undefined` for the default world. */
    readonly world: string | undefined
    readonly token: string | undefined
    /** The file of the authority to trust; `undefined` for the one that a stand-in of this user has made. */
    readonly ca: string | undefined
    readonly follows: boolean
    /** The file that the answer is written to; `undefined` for the output. */
    readonly file: string | undefined
    readonly request: CtlRequest
  }

/** Parses what follows `standin ctl`. Throws `UnknownVerb`, `UnknownOption` or `InvalidOption`. */
export function parseCtl (
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>> = {}
): CtlCommand {
  const { flags, words } = splitCtlArgs(args)
  if (flags.help === true || words.length === 0) return { kind: 'ctl-help' }

  const { rest, verb } = findVerb(words)
  const { ca = env.STANDIN_CA, token = env.STANDIN_ADMIN_TOKEN, ...others } = flags
  const { url = env.STANDIN_URL, world = env.STANDIN_WORLD, ...own } = others
  for (const name of Object.keys(own)) rejectUnknownFlag(name, verb)
  rejectWrongCount(rest, verb)
  rejectWrongParameters(own.param)

  return {
    kind: 'ctl',
    url: baseUrl(textOf(url) ?? DEFAULT_URL),
    world: textOf(world),
    token: textOf(token),
    ca: textOf(ca),
    follows: verb.follows?.(own) ?? false,
    file: verb.fileOf?.(own),
    request: verb.toRequest(rest, own)
  }
}

/** Returns the words of a verb with its arguments and flags. */
export function verbUsage ({ flags = {}, takes = [], words }: CtlVerb): string {
  const shown = Object.entries(flags).map(([name, value]) => {
    return value === undefined ? `[--${name}]` : `[--${name} ${value}]`
  })
  return [...words, ...takes, ...shown].join(' ')
}

interface FoundVerb {
  readonly verb: CtlVerb
  /** The words that follow it. */
  readonly rest: readonly string[]
}

/** Returns the verb that words begin with. */
function findVerb (words: readonly string[]): FoundVerb {
  const [first = '', second] = words
  const group = CTL_VERBS.filter(({ words: [word] }) => word === first)
  if (group.length === 0) {
    const near = nearest(first, CTL_VERBS.map(({ words: [word] }) => word))
    const hint = near === undefined ? `there are ${listFirstWords()}` : `did you mean "${near}"?`
    throw new UnknownVerb(`ctl ${first}`, hint)
  }
  const verb = group.find(({ isDefault = false, words: [, word] }) => {
    return word === undefined || word === second || (second === undefined && isDefault)
  })
  if (verb === undefined) {
    const known = group.map(({ words: [, word = ''] }) => word)
    const near = nearest(second ?? '', known)
    const hint = near === undefined ? `there is ${known.join(', ')}` : `did you mean "${first} ${near}"?`
    throw new UnknownVerb(`ctl ${first} ${second ?? ''}`, hint)
  }
  return { verb, rest: words.slice(verb.words[1] === undefined ? 1 : 2) }
}

function listFirstWords (): string {
  return [...new Set(CTL_VERBS.map(({ words: [word] }) => word))].join(', ')
}

function rejectUnknownFlag (name: string, verb: CtlVerb): void {
  const known = Object.keys({ ...COMMON_FLAGS, ...verb.flags })
  if (!known.includes(name)) throw unknownFlag(`--${name}`, name, known)
}

function rejectWrongCount (rest: readonly string[], verb: CtlVerb): void {
  const { takes = [] } = verb
  const needed = takes.filter(name => !name.startsWith('[')).length
  if (rest.length >= needed && rest.length <= takes.length) return
  const given = rest.length === 0 ? 'nothing' : rest.map(word => JSON.stringify(word)).join(' ')
  throw new InvalidOption('The command', `be standin ctl ${verbUsage(verb)}`, `followed by ${given}`)
}

function rejectWrongParameters (given: CtlFlags[string]): void {
  const wrong = Array.isArray(given) ? given.find((text: string) => !/^[^=]+=/.test(text)) : undefined
  if (wrong === undefined) return
  throw new InvalidOption('--param', 'be a name and a value, such as after=PT5S', JSON.stringify(wrong))
}

/** Returns a text that was given. Compose files pass a variable that is not set as an empty one. */
function textOf (value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}
