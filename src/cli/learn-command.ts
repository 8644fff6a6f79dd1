import { InvalidOption } from '../errors.ts'
import type { StandinOptions } from '../standin-options.ts'
import { baseUrl } from './base-url.ts'
import { COMMAND_OPTIONS } from './command-options.ts'
import type { CommandOption } from './command-options.ts'
import { readFlags } from './flags.ts'
import type { Verb } from './flags.ts'
import { listSettings } from './list-settings.ts'
import type { Environment } from './list-settings.ts'
import { toOptions } from './to-options.ts'

/** Learns from a recording what a document does not say. */
export interface LearnCommand {
  readonly kind: 'learn'
  /** HAR files; none where a server is asked. */
  readonly recordings: readonly string[]
  /** The base URL of a running server, which passes requests on to the service. */
  readonly server: string | undefined
  readonly token: string | undefined
  readonly document: string
  /** The folder to write to. */
  readonly out: string
  readonly force: boolean
  /** The names of members whose values are kept. */
  readonly keep: readonly string[]
  readonly options: StandinOptions
}

const DEFAULT_OUT = 'learned'

const OWN_OPTIONS: readonly CommandOption[] = [
  { flag: 'out', value: 'DIR', help: 'folder to write to', default: DEFAULT_OUT },
  { flag: 'force', help: 'replace existing files' },
  { flag: 'keep', value: 'NAME,…', help: 'members whose values are kept, secrets too; or all', default: 'none' },
  { flag: 'url', value: 'URL', help: 'running server to take the recording from, instead of a file' },
  { flag: 'admin-token', value: 'TOKEN', help: 'token of its admin API', default: '$STANDIN_ADMIN_TOKEN' }
]

const OF_DOCUMENTS = ['overlay', 'allow-path', 'allow-remote-refs', 'help']

export const LEARN: Verb = {
  title: 'standin learn',
  options: [...OWN_OPTIONS, ...COMMAND_OPTIONS.filter(({ flag }) => OF_DOCUMENTS.includes(flag))]
}

const FORM = 'be standin learn RECORDING.har DOCUMENT, or standin learn --url URL DOCUMENT'

/** Parses what follows `standin learn`. Throws `UnknownOption` or `InvalidOption`. */
export function parseLearn (
  args: readonly string[],
  env: Environment
): LearnCommand | { readonly kind: 'learn-help' } {
  const { documents: files, flags } = readFlags(args, LEARN)
  if (flags.has('help')) return { kind: 'learn-help' }
  const recordings = files.filter(file => /\.har$/i.test(file))
  const [document, ...others] = files.filter(file => !recordings.includes(file))
  const server = flags.get('url')?.at(-1)
  if (document === undefined) throw new InvalidOption('The command', FORM, 'without a document')
  if (others.length > 0) throw new InvalidOption('The command', FORM, `with ${others.length + 1} documents`)
  if (server === undefined && recordings.length === 0) {
    throw new InvalidOption('The command', FORM, 'without a file that ends in .har')
  }
  if (server !== undefined && recordings.length > 0) {
    throw new InvalidOption('--url', 'stand without a recording', `beside ${recordings[0]}`)
  }
  const settings = listSettings(flags, env, LEARN.options.filter(option => !OWN_OPTIONS.includes(option)))
  const names = (flags.get('keep') ?? []).flatMap(text => text.split(',')).map(name => name.trim())
  return {
    kind: 'learn',
    recordings,
    server: server === undefined ? undefined : baseUrl(server),
    token: flags.get('admin-token')?.at(-1) ?? (env.STANDIN_ADMIN_TOKEN || undefined),
    document,
    out: flags.get('out')?.at(-1) ?? DEFAULT_OUT,
    force: flags.has('force'),
    keep: names.filter(name => name !== ''),
    options: toOptions(settings, [])
  }
}
