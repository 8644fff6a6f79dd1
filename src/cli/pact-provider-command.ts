import { InvalidOption } from '../errors.ts'
import type { CommandOption } from './command-options.ts'
import { lastOf, readFlags } from './flags.ts'
import type { Environment } from './list-settings.ts'
import type { Publishing } from '../pact/publishing.ts'
import { PUBLISH_OPTIONS, readPublishing } from './publish-options.ts'

/** Publishes a contract of a provider, with the result of its own verification. */
export interface PactProviderCommand {
  readonly kind: 'pact-provider'
  readonly file: string
  readonly provider: string
  /** The report of `standin verify --target`, as JSON; without one, the contract is published as not verified. */
  readonly report: string | undefined
  readonly publishing: Publishing
}

/** The options of `standin pact provider`. */
export const PACT_PROVIDER_OPTIONS: readonly CommandOption[] = [
  { flag: 'provider', value: 'NAME', help: 'name of the provider' },
  { flag: 'report', value: 'FILE', help: 'report of standin verify as JSON, the results', default: 'none' },
  ...PUBLISH_OPTIONS,
  { flag: 'help', short: 'h', help: 'show this help' }
]

/** Parses what follows `standin pact provider`. Throws `UnknownOption` or `InvalidOption`. */
export function parseProviderCommand (
  args: readonly string[],
  env: Environment
): PactProviderCommand | { readonly kind: 'pact-help' } {
  const { documents, flags } = readFlags(args, { title: 'standin pact provider', options: PACT_PROVIDER_OPTIONS })
  if (flags.has('help')) return { kind: 'pact-help' }
  const [file, ...others] = documents
  const publishing = readPublishing(flags, env)
  const provider = lastOf(flags, 'provider')
  if (file === undefined || others.length > 0) {
    const given = file === undefined ? 'without a contract' : `with ${documents.length} contracts`
    throw new InvalidOption('The command', 'be standin pact provider CONTRACT --provider NAME --publish URL', given)
  }
  if (provider === undefined || provider === '') throw new InvalidOption('--provider', 'be given', 'missing')
  if (publishing === undefined) throw new InvalidOption('--publish', 'be given: the address of a broker', 'missing')
  return { kind: 'pact-provider', file, provider, report: lastOf(flags, 'report'), publishing }
}
