import type { Publishing } from '../pact/publishing.ts'
import { PACT_VERSIONS } from '../pact/pact-versions.ts'
import type { PactVersion } from '../pact/pact-versions.ts'
import { InvalidOption } from '../errors.ts'
import { baseUrl, DEFAULT_URL } from './base-url.ts'
import type { CommandOption } from './command-options.ts'
import { lastOf, readFlags } from './flags.ts'
import type { Flags } from './flags.ts'
import type { Environment } from './list-settings.ts'
import { parsePactCheck } from './pact-check-command.ts'
import type { PactCheckCommand } from './pact-check-command.ts'
import { parseProviderCommand } from './pact-provider-command.ts'
import type { PactProviderCommand } from './pact-provider-command.ts'
import { PUBLISH_OPTIONS, readPublishing } from './publish-options.ts'

/** Writes pacts from the exchanges of a running server. */
export interface PactCommand {
  readonly kind: 'pact'
  readonly url: string
  readonly token: string | undefined
  readonly world: string | undefined
  readonly query: {
    readonly consumer: string
    readonly provider: string | undefined
    readonly api: string | undefined
    readonly spec: PactVersion
  }
  /** The folder to write to. */
  readonly output: string
  readonly publishing: Publishing | undefined
}

/** The options of `standin pact`. */
export const PACT_OPTIONS: readonly CommandOption[] = [
  { flag: 'consumer', value: 'NAME', help: 'name of the consumer' },
  { flag: 'provider', value: 'NAME', help: 'name of the provider', default: 'that of the API' },
  { flag: 'api', value: 'NAME', help: 'only this API: mews', default: 'all' },
  { flag: 'spec', value: PACT_VERSIONS.join('|'), help: 'version of the Pact specification', default: '4' },
  { flag: 'url', value: 'URL', help: 'running server to ask', default: `$STANDIN_URL, or ${DEFAULT_URL}` },
  { flag: 'world', value: 'NAME', help: 'the world', default: '$STANDIN_WORLD, or "default"' },
  { flag: 'admin-token', value: 'TOKEN', help: 'token of its admin API', default: '$STANDIN_ADMIN_TOKEN' },
  { flag: 'output', value: 'DIR', help: 'folder to write to', default: 'pacts' },
  ...PUBLISH_OPTIONS,
  { flag: 'help', short: 'h', help: 'show this help' }
]

export type AnyPactCommand = PactCommand | PactCheckCommand | PactProviderCommand | { readonly kind: 'pact-help' }

/** Parses what follows `standin pact`. Throws `UnknownOption` or `InvalidOption`. */
export function parsePactCommand (args: readonly string[], env: Environment): AnyPactCommand {
  const [first, ...rest] = args
  if (first === 'check') return parsePactCheck(rest)
  if (first === 'provider') return parseProviderCommand(rest, env)
  const { documents, flags } = readFlags(args, { title: 'standin pact', options: PACT_OPTIONS })
  if (flags.has('help')) return { kind: 'pact-help' }
  const [stray] = documents
  if (stray !== undefined) {
    throw new InvalidOption('What follows standin pact', 'be check, provider or options', JSON.stringify(stray))
  }
  const consumer = lastOf(flags, 'consumer')
  if (consumer === undefined || consumer === '') {
    throw new InvalidOption('--consumer', 'be given: the name of the consumer', consumer === '' ? 'empty' : 'missing')
  }
  return {
    kind: 'pact',
    url: baseUrl(lastOf(flags, 'url') ?? (env.STANDIN_URL || DEFAULT_URL)),
    token: lastOf(flags, 'admin-token') ?? (env.STANDIN_ADMIN_TOKEN || undefined),
    world: lastOf(flags, 'world') ?? (env.STANDIN_WORLD || undefined),
    query: { consumer, provider: lastOf(flags, 'provider'), api: lastOf(flags, 'api'), spec: readSpec(flags) },
    output: lastOf(flags, 'output') ?? 'pacts',
    publishing: readPublishing(flags, env)
  }
}

function readSpec (flags: Flags['flags']): PactVersion {
  const given = lastOf(flags, 'spec') ?? '4'
  const version = PACT_VERSIONS.find(known => known === given.replace(/(?:\.0)+$/, ''))
  if (version !== undefined) return version
  throw new InvalidOption('--spec', `be ${PACT_VERSIONS.join(' or ')}`, JSON.stringify(given))
}
