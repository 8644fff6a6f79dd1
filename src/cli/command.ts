import { InvalidOption } from '../errors.ts'
import type { InitOptions } from '../init/init-overlay.ts'
import { COMMAND_OPTIONS } from './command-options.ts'
import type { CommandOption } from './command-options.ts'
import { parseCtl } from './ctl.ts'
import type { CtlCommand } from './ctl.ts'
import { parseDrift } from './drift-command.ts'
import type { DriftCommand } from './drift-command.ts'
import { readFlags } from './flags.ts'
import type { Verb } from './flags.ts'
import { parseLearn } from './learn-command.ts'
import type { LearnCommand } from './learn-command.ts'
import { listSettings } from './list-settings.ts'
import type { Environment } from './list-settings.ts'
import { parseMock } from './mock.ts'
import { parsePactCommand } from './pact-command.ts'
import type { AnyPactCommand } from './pact-command.ts'
import { parseVerify } from './parse-verify.ts'
import type { VerifyCommand } from './parse-verify.ts'
import { parseReportCommand } from './report-command.ts'
import type { ReportCommand } from './report-command.ts'
import { rejectPrismMeaning } from './reject-prism-meaning.ts'
import { serveCommand } from './serve-command.ts'
import type { ServeCommand } from './serve-command.ts'
import { toOptions, valueOf } from './to-options.ts'
import type { StandinOptions } from '../standin-options.ts'

/** A command line, parsed. */
export type Command =
  | { readonly kind: 'help' }
  | { readonly kind: 'mock-help' }
  | { readonly kind: 'version' }
  | ServeCommand
  | { readonly kind: 'types', readonly options: StandinOptions }
  | { readonly kind: 'init' } & InitOptions
  | { readonly kind: 'check', readonly format: 'text' | 'json', readonly options: StandinOptions }
  | { readonly kind: 'health', readonly args: readonly string[] }
  | VerifyCommand
  | { readonly kind: 'verify-help' }
  | { readonly kind: 'report-help' }
  | ReportCommand
  | { readonly kind: 'drift-help' }
  | DriftCommand
  | AnyPactCommand
  | { readonly kind: 'learn-help' }
  | LearnCommand
  | CtlCommand

/**
 * Parses a command line. A flag wins over the environment, and the environment over the default, which may differ
 * where a terminal shows the output. It touches neither the process nor the disk.
 * Throws `UnknownOption`, `UnknownVerb` or `InvalidOption`.
 */
export function parseCommand (args: readonly string[], env: Environment = {}, isTerminal = false): Command {
  const [first, ...rest] = args
  switch (first) {
    case 'ctl': return parseCtl(rest, env)
    case 'types': return parseTypes(rest, env)
    case 'check': return parseCheck(rest, env)
    case 'init': return parseInit(rest, env)
    case 'verify': return parseVerify(rest, env)
    case 'health': return { kind: 'health', args: rest }
    case 'report': return parseReportCommand(rest, env)
    case 'drift': return parseDrift(rest, env)
    case 'pact': return parsePactCommand(rest, env)
    case 'learn': return parseLearn(rest, env)
    case 'mock': return parseMock(rest, { env, isTerminal })
    default: return parseServe(args, env, isTerminal)
  }
}

function parseServe (args: readonly string[], env: Environment, isTerminal: boolean): Command {
  rejectPrismMeaning(args)
  const given = readFlags(args)
  if (given.flags.has('help')) return { kind: 'help' }
  if (given.flags.has('version')) return { kind: 'version' }
  return serveCommand(given, { env, isTerminal })
}

/** Parses what follows `standin types`: the documents. */
function parseTypes (args: readonly string[], env: Environment): Command {
  const { flags, documents } = readFlags(args, TYPES)
  if (flags.has('help')) return { kind: 'help' }
  return { kind: 'types', options: toOptions(listSettings(flags, env, TYPES.options), documents) }
}

/** Parses what follows `standin check`: the documents, and the format of the report. */
function parseCheck (args: readonly string[], env: Environment): Command {
  const { flags, documents } = readFlags(args, CHECK)
  if (flags.has('help')) return { kind: 'help' }
  const settings = listSettings(flags, env, CHECK.options)
  const format = valueOf('format', settings) === 'json' ? 'json' : 'text'
  return { kind: 'check', format, options: toOptions(settings, documents) }
}

/** Parses what follows `standin init`: the document to propose an overlay for, and the file to write. */
function parseInit (args: readonly string[], env: Environment): Command {
  const { documents, flags } = readFlags(args, INIT)
  if (flags.has('help')) return { kind: 'help' }
  const [document, ...others] = documents
  if (document === undefined) throw new InvalidOption('The command', INIT_FORM, 'without a document')
  if (others.length > 0) {
    const given = `with ${documents.length} documents: each has an overlay of its own`
    throw new InvalidOption('The command', INIT_FORM, given)
  }
  const options = toOptions(listSettings(flags, env, optionsOf('allow-path', 'allow-remote-refs')), [])
  return { kind: 'init', document, out: flags.get('out')?.at(-1), force: flags.has('force'), options }
}

const INIT_FORM = 'be standin init DOCUMENT [--out FILE] [--force]'

const OUT: CommandOption = { flag: 'out', value: 'FILE', help: 'file to write the overlay to' }
const FORCE: CommandOption = { flag: 'force', help: 'replace an existing file' }
const FORMAT: CommandOption = { flag: 'format', value: 'FORMAT', help: 'text or json' }

const TYPES: Verb = {
  title: 'standin types',
  options: optionsOf('openapi', 'overlay', 'allow-path', 'allow-remote-refs', 'fixtures', 'help')
}

const INIT: Verb = {
  title: 'standin init',
  options: [OUT, FORCE, ...optionsOf('allow-path', 'allow-remote-refs', 'help')]
}

const CHECK: Verb = {
  title: 'standin check',
  options: [FORMAT, ...optionsOf('openapi', 'overlay', 'strict', 'allow-path', 'allow-remote-refs', 'fixtures', 'help')]
}

function optionsOf (...flags: string[]): CommandOption[] {
  return COMMAND_OPTIONS.filter(({ flag }) => flags.includes(flag))
}
