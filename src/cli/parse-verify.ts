import { InvalidOption } from '../errors.ts'
import type { StandinOptions } from '../standin-options.ts'
import { COMMAND_OPTIONS, environmentName } from './command-options.ts'
import type { CommandOption } from './command-options.ts'
import { readFlags } from './flags.ts'
import type { Flags, Verb } from './flags.ts'
import { listSettings } from './list-settings.ts'
import type { Environment } from './list-settings.ts'
import { readReportOutput, REPORT_OPTIONS } from './report-options.ts'
import type { ReportOutput } from './report-options.ts'
import { SERVICE_FLAGS, toServiceOptions } from './service-flags.ts'
import type { ServiceOptions } from '../verify/service-options.ts'
import { toOptions, valueOf } from './to-options.ts'

/** A command line that runs journeys, or writes them. */
export interface VerifyCommand {
  readonly kind: 'verify'
  /** Journeys and OpenAPI documents, or folders of them. */
  readonly files: readonly string[]
  /** Where the report goes, and what it must fulfil. */
  readonly output: ReportOutput
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
    ...REPORT_OPTIONS,
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
  const settings = listSettings(flags, env, VERIFY.options.filter(option => !REPORT_OPTIONS.includes(option)))
  const serviceOptions = toServiceOptions(settings, env)
  const output = readReportOutput(withEnvironment(flags, env))
  if (serviceOptions !== undefined) rejectCoverageGates(output)
  return {
    kind: 'verify',
    files,
    output,
    // Casts: pairs and texts are read as such.
    inputs: (valueOf('input', settings) ?? {}) as VerifyCommand['inputs'],
    write: valueOf('write', settings) as string | undefined,
    force: valueOf('force', settings) === true,
    options: toOptions(settings, []),
    serviceOptions,
    isDry: valueOf('dry-run', settings) === true,
    propose: valueOf('propose', settings) as string | undefined
  }
}

/** Adds the options of the report that only the environment sets. */
function withEnvironment (flags: Flags['flags'], env: Environment): Flags['flags'] {
  const all = new Map(flags)
  for (const { flag } of REPORT_OPTIONS) {
    const text = env[environmentName(flag)]
    // Compose files pass a variable that is not set as an empty one.
    if (!all.has(flag) && text !== undefined && text !== '') all.set(flag, [text])
  }
  return all
}

/** Rejects gates that only a stand-in can be held to: it counts what is touched, a service does not. */
function rejectCoverageGates ({ gates: { failOn, failUnder } }: ReportOutput): void {
  const [flag] = [...failUnder.size > 0 ? ['--fail-under'] : [], ...failOn.size > 0 ? ['--fail-on'] : []]
  if (flag === undefined) return
  const rule = 'be left out beside --target: only a stand-in counts what journeys touch, and failed checks always fail'
  throw new InvalidOption(flag, rule, 'there')
}
