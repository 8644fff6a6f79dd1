import { statSync } from 'node:fs'
import { nearest } from '../documents/nearest.ts'
import { DRIFT_FORMAT_NAMES } from '../drift/drift-format-names.ts'
import type { DriftFormatName } from '../drift/drift-format-names.ts'
import type { DriftKind } from '../drift/drift-kinds.ts'
import { parseFailOn } from '../drift/fail-on.ts'
import { InvalidOption } from '../errors.ts'
import type { StandinOptions } from '../standin-options.ts'
import { baseUrl } from './base-url.ts'
import { COMMAND_OPTIONS } from './command-options.ts'
import type { CommandOption } from './command-options.ts'
import { readFlags } from './flags.ts'
import type { Flags, Verb } from './flags.ts'
import { listSettings } from './list-settings.ts'
import type { Environment } from './list-settings.ts'
import { toOptions } from './to-options.ts'

/** Compares what a service did with its contract: as a recording has it, or as a running server saw it. */
export interface DriftCommand {
  readonly kind: 'drift'
  /** HAR files; none where a server is asked. */
  readonly recordings: readonly string[]
  /** The base URL of a running server, which compares with its own contracts. */
  readonly server: string | undefined
  readonly token: string | undefined
  readonly options: StandinOptions
  readonly output: DriftOutput
}

/** The destination of a comparison, and what it fails for. */
export interface DriftOutput {
  readonly formats: readonly DriftFormatName[]
  /** Whether annotations and the summary of GitHub Actions are written. */
  readonly github: boolean
  /** The file or the folder to write; `undefined` to print. */
  readonly output: string | undefined
  readonly isFolder: boolean
  readonly failOn: ReadonlySet<DriftKind>
}

const OWN_OPTIONS: readonly CommandOption[] = [
  { flag: 'url', value: 'URL', help: 'running server to ask instead of reading a recording' },
  { flag: 'admin-token', value: 'TOKEN', help: 'token of its admin API', default: '$STANDIN_ADMIN_TOKEN' },
  { flag: 'format', value: 'FORMAT,…', help: 'how to write it', default: 'as FILE ends, all in DIR, or text' },
  { flag: 'output', value: 'FILE|DIR', help: 'file to write, or folder for several formats', default: 'printed' },
  {
    flag: 'fail-on',
    value: 'KIND,…',
    help: 'differences that fail: kinds, or error, warning, all, none',
    default: 'error'
  }
]

const OF_DOCUMENTS = ['openapi', 'overlay', 'allow-path', 'allow-remote-refs', 'help']

export const DRIFT: Verb = {
  title: 'standin drift',
  options: [...OWN_OPTIONS, ...COMMAND_OPTIONS.filter(({ flag }) => OF_DOCUMENTS.includes(flag))]
}

const FORM = 'be standin drift RECORDING.har [DOCUMENT ...], or standin drift --url URL'

/** Parses what follows `standin drift`. Throws `UnknownOption` or `InvalidOption`. */
export function parseDrift (
  args: readonly string[],
  env: Environment
): DriftCommand | { readonly kind: 'drift-help' } {
  const { documents: files, flags } = readFlags(args, DRIFT)
  if (flags.has('help')) return { kind: 'drift-help' }
  const recordings = files.filter(isRecording)
  const documents = files.filter(file => !isRecording(file))
  const server = flags.get('url')?.at(-1)
  if (server === undefined && recordings.length === 0) {
    const given = documents.length === 0 ? 'without a recording' : `without a file that ends in .har (${documents[0]})`
    throw new InvalidOption('The command', FORM, given)
  }
  const own = documents[0] ?? recordings[0]
  if (server !== undefined && own !== undefined) {
    throw new InvalidOption('--url', 'stand without files: a server compares with its own contracts', `beside ${own}`)
  }
  const settings = listSettings(flags, env, DRIFT.options.filter(option => !OWN_OPTIONS.includes(option)))
  return {
    kind: 'drift',
    recordings,
    server: server === undefined ? undefined : baseUrl(server),
    token: flags.get('admin-token')?.at(-1) ?? (env.STANDIN_ADMIN_TOKEN || undefined),
    options: toOptions(settings, documents),
    output: readOutput(flags)
  }
}

function isRecording (file: string): boolean {
  return /\.har$/i.test(file)
}

function readOutput (flags: Flags['flags']): DriftOutput {
  const output = flags.get('output')?.at(-1)
  if (output === '') throw new InvalidOption('--output', 'be the path of a file or a folder', '""')
  const items = (flags.get('format') ?? []).flatMap(text => text.split(','))
  const given = items.flatMap(item => parseFormat(item.trim()))
  const named = DRIFT_FORMAT_NAMES.filter(name => given.includes(name))
  const isFolder = output !== undefined && (/[\\/]$/.test(output) || named.length > 1 || hasFolderAt(output))
  const formats = given.length > 0 ? named : defaultFormats(output, isFolder)
  if (output === undefined && formats.length > 1) {
    const rule = 'be one where there is no --output to write several to'
    throw new InvalidOption('--format', rule, JSON.stringify(flags.get('format')?.join(',')))
  }
  const failOn = parseFailOn(flags.get('fail-on') ?? [])
  return { formats, github: given.includes('github'), output, isFolder, failOn }
}

function parseFormat (name: string): ReadonlyArray<DriftFormatName | 'github'> {
  if (name === 'all') return DRIFT_FORMAT_NAMES
  if (name === 'github') return [name]
  const format = DRIFT_FORMAT_NAMES.find(known => known === name)
  if (format !== undefined) return [format]
  const known = [...DRIFT_FORMAT_NAMES, 'github', 'all']
  const near = nearest(name, known)
  const hint = near === undefined ? '' : `; did you mean ${near}?`
  throw new InvalidOption('--format', `be some of ${known.join(', ')}`, `${JSON.stringify(name)}${hint}`)
}

/** The endings of files, by the formats that they stand for. */
const ENDINGS: ReadonlyMap<string, DriftFormatName> = new Map([
  ['txt', 'text'],
  ['html', 'html'],
  ['sarif', 'sarif'],
  ['xml', 'junit'],
  ['md', 'markdown'],
  ['json', 'json'],
  ['yaml', 'overlay'],
  ['yml', 'overlay']
])

function defaultFormats (output: string | undefined, isFolder: boolean): readonly DriftFormatName[] {
  if (output === undefined) return ['text']
  if (isFolder) return DRIFT_FORMAT_NAMES
  if (/\.sarif\.json$/i.test(output)) return ['sarif']
  const ending = /\.([a-z]+)$/i.exec(output)?.[1] ?? ''
  const format = ENDINGS.get(ending.toLowerCase())
  if (format !== undefined) return [format]
  const rule = `end in .${[...ENDINGS.keys()].join(', .')} or / where there is no --format`
  throw new InvalidOption('--output', rule, JSON.stringify(output))
}

function hasFolderAt (path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true
}
