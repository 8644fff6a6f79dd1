import { InvalidOption } from '../errors.ts'
import { COMMAND_OPTIONS } from './command-options.ts'
import type { CommandOption } from './command-options.ts'
import { readFlags } from './flags.ts'
import { readReportOutput, REPORT_OPTIONS } from './report-options.ts'
import type { ReportOutput } from './report-options.ts'

/** Compares pacts with contracts. */
export interface PactCheckCommand {
  readonly kind: 'pact-check'
  /** Contracts and pacts. */
  readonly files: readonly string[]
  readonly overlays: readonly string[]
  readonly allowPaths: readonly string[]
  readonly allowRemoteRefs: boolean
  readonly output: ReportOutput
}

const OF_DOCUMENTS = ['overlay', 'allow-path', 'allow-remote-refs']
const OF_REPORTS = ['format', 'output']

/** The options of `standin pact check`. */
export const PACT_CHECK_OPTIONS: readonly CommandOption[] = [
  ...COMMAND_OPTIONS.filter(({ flag }) => OF_DOCUMENTS.includes(flag)),
  ...REPORT_OPTIONS.filter(({ flag }) => OF_REPORTS.includes(flag)),
  { flag: 'help', short: 'h', help: 'show this help' }
]

/** Parses what follows `standin pact check`. Throws `UnknownOption` or `InvalidOption`. */
export function parsePactCheck (args: readonly string[]): PactCheckCommand | { readonly kind: 'pact-help' } {
  const { documents: files, flags } = readFlags(args, { title: 'standin pact check', options: PACT_CHECK_OPTIONS })
  if (flags.has('help')) return { kind: 'pact-help' }
  if (files.length < 2) {
    const given = files.length === 0 ? 'without files' : `with ${JSON.stringify(files[0])} only`
    throw new InvalidOption('The command', 'be standin pact check CONTRACT … PACT …', given)
  }
  return {
    kind: 'pact-check',
    files,
    overlays: flags.get('overlay') ?? [],
    allowPaths: flags.get('allow-path') ?? [],
    allowRemoteRefs: flags.has('allow-remote-refs'),
    output: readReportOutput(flags)
  }
}
