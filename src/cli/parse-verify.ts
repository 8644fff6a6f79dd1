import { FORMAT_NAMES } from '../reports/format-names.ts'
import type { StandinOptions } from '../standin-options.ts'
import { COMMAND_OPTIONS } from './command-options.ts'
import type { CommandOption } from './command-options.ts'
import { readFlags } from './flags.ts'
import type { Verb } from './flags.ts'
import { listSettings } from './list-settings.ts'
import type { Environment } from './list-settings.ts'
import { SERVICE_FLAGS, toServiceOptions } from './service-flags.ts'
import type { ServiceOptions } from '../verify/service-options.ts'
import { toOptions, valueOf } from './to-options.ts'

/** A command line that runs journeys, or writes them. */
export interface VerifyCommand {
  readonly kind: 'verify'
  /** Journeys and OpenAPI documents, or folders of them. */
  readonly files: readonly string[]
  readonly format: VerifyFormat
  /** The inputs of journeys, by name. */
  readonly inputs: Readonly<Record<string, string>>
  /** The folder to write journeys to, instead of running any. */
  readonly write: string | undefined
  readonly force: boolean
  readonly options: StandinOptions
  /** The real service to verify, where one is named. */
  readonly serviceOptions: ServiceOptions | undefined
  /** Whether the requests to the service are printed instead of sent. */
  readonly isDry: boolean
  /** The file to write an overlay with changes to. */
  readonly propose: string | undefined
}

/** `github` is for the log of a workflow of GitHub, which shows each failure at its line. */
export const VERIFY_FORMATS = [...FORMAT_NAMES, 'github'] as const

export type VerifyFormat = typeof VERIFY_FORMATS[number]

const SERVER_FLAGS = [
  'overlay',
  'mount',
  'strict',
  'allow-path',
  'allow-remote-refs',
  'fixtures',
  'seed',
  'locale',
  'starts-at',
  'scenario',
  'settings',
  'invalid-status'
]

/** The options of `standin verify` alone. */
const OWN_OPTIONS: readonly CommandOption[] = [
  {
    flag: 'format',
    value: 'FORMAT',
    choices: VERIFY_FORMATS,
    help: `format of the report: ${VERIFY_FORMATS.join(', ')}`
  },
  {
    flag: 'input',
    value: 'NAME=VALUE',
    reads: 'pairs',
    help: 'input of the journeys, above its default; may be repeated'
  },
  { flag: 'write', value: 'DIR', help: 'directory to write journeys for the documents to, instead of running any' },
  { flag: 'force', help: 'replace existing journeys' }
]

export const VERIFY: Verb = {
  title: 'standin verify',
  options: [
    ...OWN_OPTIONS,
    ...SERVICE_FLAGS,
    ...COMMAND_OPTIONS.filter(({ flag }) => [...SERVER_FLAGS, 'help'].includes(flag))
  ]
}

/** Parses what follows `standin verify`. Throws `UnknownOption` or `InvalidOption`. */
export function parseVerify (
  args: readonly string[],
  env: Environment
): VerifyCommand | { readonly kind: 'verify-help' } {
  const { documents: files, flags } = readFlags(args, VERIFY)
  if (flags.has('help')) return { kind: 'verify-help' }
  const settings = listSettings(flags, env, VERIFY.options)
  const format = VERIFY_FORMATS.find(format => format === valueOf('format', settings)) ?? 'text'
  return {
    kind: 'verify',
    files,
    format,
    // A cast: pairs are read as such.
    inputs: (valueOf('input', settings) ?? {}) as VerifyCommand['inputs'],
    write: flags.get('write')?.at(-1),
    force: flags.has('force'),
    options: toOptions(settings, []),
    serviceOptions: toServiceOptions(settings, env),
    isDry: valueOf('dry-run', settings) === true,
    propose: flags.get('propose')?.at(-1)
  }
}
