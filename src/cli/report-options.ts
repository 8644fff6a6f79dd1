import { statSync } from 'node:fs'
import { nearest } from '../documents/nearest.ts'
import { InvalidOption } from '../errors.ts'
import { parseGates } from '../reports/gates.ts'
import type { Gates } from '../reports/gates.ts'
import { FORMAT_NAMES } from '../reports/format-names.ts'
import type { ReportFormatName } from '../reports/format-names.ts'
import type { CommandOption } from './command-options.ts'
import type { Flags } from './flags.ts'

/** The options of every command that ends with a report. */
export const REPORT_OPTIONS: readonly CommandOption[] = [
  {
    flag: 'format',
    value: 'FORMAT,…',
    help: 'how to write it',
    default: 'as FILE ends, all in DIR, or text'
  },
  { flag: 'output', value: 'FILE|DIR', help: 'file to write, or folder for several formats', default: 'printed' },
  {
    flag: 'fail-under',
    value: 'PERCENT,…',
    help: 'least percentage, of all or of a dimension: 80,statuses=100',
    default: 'none'
  },
  {
    flag: 'fail-on',
    value: 'KIND,…',
    help: 'findings that fail, such as violations,unmatched; or all',
    default: 'none'
  },
  { flag: 'ignore', value: 'FILE', help: 'what no test has to touch, with reasons, as YAML or JSON', default: 'none' }
]

/** The destination of a report, and its gates. */
export interface ReportOutput {
  /** The formats that are files; the first is the one that is printed where there is no output. */
  readonly formats: readonly ReportFormatName[]
  /** Whether annotations and the summary of GitHub Actions are written. */
  readonly github: boolean
  /** The file or folder to write; `undefined` to print. */
  readonly output: string | undefined
  readonly isFolder: boolean
  readonly gates: Gates
  /** The file of what to ignore. */
  readonly ignore: string | undefined
}

/** The endings of files, by the formats that they stand for. */
const ENDINGS: ReadonlyMap<string, ReportFormatName> = new Map([
  ['txt', 'text'],
  ['html', 'html'],
  ['htm', 'html'],
  ['xml', 'junit'],
  ['md', 'markdown'],
  ['json', 'json']
])

/**
 * Reads the options of a report. `hasFolderAt` tells whether there is a folder at a path. Throws `InvalidOption`.
 */
export function readReportOutput (flags: Flags['flags'], hasFolderAt = isFolder): ReportOutput {
  const output = flags.get('output')?.at(-1)
  const given = (flags.get('format') ?? []).flatMap(parseFormats)
  const named = FORMAT_NAMES.filter(name => given.includes(name))
  const github = given.includes('github')
  const hasFolder = output !== undefined && (/[\\/]$/.test(output) || named.length > 1 || hasFolderAt(output))
  const formats = given.length > 0 ? named : defaultFormats(output, hasFolder)
  if (output === '') throw new InvalidOption('--output', 'be the path of a file or a folder', '""')
  if (output === undefined && formats.length > 1) {
    const rule = 'be one where there is no --output to write several to'
    throw new InvalidOption('--format', rule, JSON.stringify(flags.get('format')?.join(',')))
  }
  return {
    formats,
    github,
    output,
    isFolder: hasFolder,
    gates: parseGates(flags.get('fail-under') ?? [], flags.get('fail-on') ?? []),
    ignore: flags.get('ignore')?.at(-1)
  }
}

function parseFormats (text: string): ReadonlyArray<ReportFormatName | 'github'> {
  return text.split(',').flatMap((item): ReadonlyArray<ReportFormatName | 'github'> => {
    const name = item.trim()
    if (name === 'all') return FORMAT_NAMES
    if (name === 'github' || isFormat(name)) return [name]
    const known = [...FORMAT_NAMES, 'github', 'all']
    const near = nearest(name, known)
    const hint = near === undefined ? '' : `; did you mean ${near}?`
    throw new InvalidOption('--format', `be some of ${known.join(', ')}`, `${JSON.stringify(name)}${hint}`)
  })
}

function isFormat (name: string): name is ReportFormatName {
  return FORMAT_NAMES.some(known => known === name)
}

function defaultFormats (output: string | undefined, isFolder: boolean): readonly ReportFormatName[] {
  if (output === undefined) return ['text']
  if (isFolder) return FORMAT_NAMES
  const ending = /\.([a-z]+)$/i.exec(output)?.[1] ?? ''
  const format = ENDINGS.get(ending.toLowerCase())
  if (format !== undefined) return [format]
  const rule = `end in .${[...ENDINGS.keys()].join(', .')} or / where there is no --format`
  throw new InvalidOption('--output', rule, JSON.stringify(output))
}

function isFolder (path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true
}
