import { InvalidOption } from '../errors.ts'
import { baseUrl, DEFAULT_URL } from './base-url.ts'
import type { CommandOption } from './command-options.ts'
import { readFlags } from './flags.ts'
import type { Flags } from './flags.ts'
import type { Environment } from './list-settings.ts'
import { readReportOutput, REPORT_OPTIONS } from './report-options.ts'
import type { ReportOutput } from './report-options.ts'

/** Reports what tests touched: of running servers, of files, or of both together. */
export interface ReportCommand {
  readonly kind: 'report'
  /** The base URLs of servers. */
  readonly servers: readonly string[]
  readonly token: string | undefined
  /** What the servers report of; all where it is empty. */
  readonly filter: Readonly<Record<string, string>>
  /** Files of reports, or folders that have one. */
  readonly files: readonly string[]
  readonly output: ReportOutput
}

/** The options that choose a part of what a server counts. */
const FILTERS: readonly CommandOption[] = [
  { flag: 'world', value: 'NAME', help: 'only what this world touched', default: 'all' },
  { flag: 'test', value: 'NAME', help: 'only what this test touched, by its header X-Standin-Test', default: 'all' },
  { flag: 'api', value: 'NAME', help: 'only this API: mews', default: 'all' },
  { flag: 'operation', value: 'ID', help: 'only this operation: mews.addExport', default: 'all' }
]

/** The options of `standin report`. */
export const REPORT_COMMAND_OPTIONS: readonly CommandOption[] = [
  {
    flag: 'server',
    value: 'URL',
    help: 'running server to ask; may be repeated',
    default: `$STANDIN_URL, or ${DEFAULT_URL}`
  },
  { flag: 'admin-token', value: 'TOKEN', help: 'token of its admin API', default: '$STANDIN_ADMIN_TOKEN' },
  ...FILTERS,
  ...REPORT_OPTIONS,
  { flag: 'help', short: 'h', help: 'show this help' }
]

/** Parses what follows `standin report`. Throws `UnknownOption` or `InvalidOption`. */
export function parseReportCommand (
  args: readonly string[],
  env: Environment
): ReportCommand | { readonly kind: 'report-help' } {
  const { documents: files, flags } = readFlags(args, { title: 'standin report', options: REPORT_COMMAND_OPTIONS })
  if (flags.has('help')) return { kind: 'report-help' }
  const servers = serversOf(flags, files, env)
  const filter = filterOf(flags)
  const [name] = Object.keys(filter)
  if (name !== undefined && files.length > 0) {
    const rule = 'be left out where files are named: a server alone knows what each test touched'
    throw new InvalidOption(`--${name}`, rule, JSON.stringify(filter[name]))
  }
  return {
    kind: 'report',
    servers: servers.map(url => baseUrl(url, '--server')),
    token: flags.get('admin-token')?.at(-1) ?? (env.STANDIN_ADMIN_TOKEN || undefined),
    filter,
    files,
    output: readReportOutput(flags)
  }
}

function serversOf (flags: Flags['flags'], files: readonly string[], env: Environment): readonly string[] {
  const given = flags.get('server')
  if (given !== undefined) return given
  // Compose files pass a variable that is not set as an empty one.
  return files.length > 0 ? [] : [env.STANDIN_URL || DEFAULT_URL]
}

function filterOf (flags: Flags['flags']): Record<string, string> {
  const given = FILTERS.map(({ flag }) => [flag, flags.get(flag)?.at(-1)])
  return Object.fromEntries(given.filter(([, value]) => value !== undefined))
}
