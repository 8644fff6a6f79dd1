import { createHash } from 'node:crypto'
import { InvalidOption } from '../errors.ts'
import { readFlags } from './flags.ts'
import type { Flags, Verb } from './flags.ts'
import { MOCK_OPTIONS, PRISM_LEVELS, SPELLINGS } from './mock-options.ts'
import { serveCommand } from './serve-command.ts'
import type { ServeCommand, Surroundings } from './serve-command.ts'

const MOCK: Verb = { title: 'standin mock', options: MOCK_OPTIONS }

/** The switches, which `--no-` turns off. */
const SWITCHES = MOCK_OPTIONS.filter(({ value }) => value === 'true').map(({ flag }) => flag)

/** The switches that only Prism has. */
const PRISM_SWITCHES = SWITCHES.filter(flag => flag !== 'watch')

/** The settings with which every body is generated. */
const DYNAMIC = { operations: { '*': { dynamic: true } } }

type MockCommand = ServeCommand | { readonly kind: 'mock-help' } | { readonly kind: 'version' }

/**
 * Parses what follows `standin mock`: the command line of Prism, with the options of standin. Requests may state
 * preferences in their query, invalid ones are refused with 422, and edits are noticed.
 * Throws `UnknownOption` or `InvalidOption`.
 */
export function parseMock (args: readonly string[], surroundings: Surroundings): MockCommand {
  const given = readFlags(respell(args), MOCK)
  if (given.flags.has('help')) return { kind: 'mock-help' }
  if (given.flags.has('version')) return { kind: 'version' }
  rejectSwitchValues(given.flags)
  // As in Prism, each request is logged and edits are noticed unless something else is set.
  const defaults = { ...surroundings, isTerminal: true, watches: true }
  const command = serveCommand({ ...given, flags: toOwnFlags(given.flags) }, defaults)
  const { options } = command
  if (options.openapi === undefined) {
    throw new InvalidOption('The command', 'be standin mock DOCUMENT [options]', 'without a document')
  }
  const isDynamic = isOn('dynamic', given.flags) || isOn('ignore-examples', given.flags)
  if (isDynamic && options.settings !== undefined) {
    const rule = 'be left out where there are --settings, which can have operations: { "*": { dynamic: true } }'
    throw new InvalidOption('--dynamic', rule, 'given')
  }
  return {
    ...command,
    verb: 'mock',
    options: {
      queryPreferences: true,
      invalidStatus: 422,
      ...options,
      ...isDynamic && { settings: DYNAMIC }
    },
    notes: listNotes(given.flags)
  }
}

/** Writes the flags of Prism as they are written here: `--no-cors` as `--cors=false`, `-p=80` as `-p80`. */
function respell (args: readonly string[]): string[] {
  const end = args.indexOf('--')
  return args.map((word, index) => {
    if (end !== -1 && index > end) return word
    const [, dashes = '', name = '', value = ''] = /^(-|--)([^=-][^=]*)(=.*)?$/s.exec(word) ?? []
    if (dashes === '-') return name.length === 1 ? `-${name}${value.slice(1)}` : word
    const positive = name.replace(/^no-/, '')
    const flag = SPELLINGS.get(positive) ?? positive
    if (positive !== name && SWITCHES.includes(flag)) return `--${flag}=false`
    return SPELLINGS.has(name) ? `--${flag}${value}` : word
  })
}

/** Returns the flags of standin alone that say the same. */
function toOwnFlags (given: Flags['flags']): Flags['flags'] {
  const flags = new Map(given)
  for (const flag of PRISM_SWITCHES) flags.delete(flag)
  const level = given.get('verbose-level')?.at(-1)
  flags.delete('verbose-level')
  if (level !== undefined) flags.set('log', [toLevel(level)])
  const seed = given.get('seed')?.at(-1)
  if (seed !== undefined) flags.set('seed', [toSeed(seed)])
  const cors = given.get('cors')?.at(-1) ?? ''
  if (cors === 'false') flags.set('cors', ['off'])
  else if (cors !== '' && cors !== 'true') flags.set('cors', [cors])
  if (isOn('errors', given)) flags.set('response-errors', [''])
  return flags
}

function rejectSwitchValues (flags: Flags['flags']): void {
  for (const flag of SWITCHES) {
    const value = flags.get(flag)?.at(-1) ?? ''
    if (flag === 'cors' || ['', 'true', 'false'].includes(value)) continue
    throw new InvalidOption(`--${flag}`, 'be true or false, or stand alone', JSON.stringify(value))
  }
}

function isOn (flag: string, flags: Flags['flags']): boolean {
  return flags.has(flag) && !isOff(flag, flags)
}

function isOff (flag: string, flags: Flags['flags']): boolean {
  return flags.get(flag)?.at(-1) === 'false'
}

function toLevel (level: string): string {
  // Not a member of `PRISM_LEVELS` where it is `constructor`.
  const known = new Map<string, string>(Object.entries(PRISM_LEVELS)).get(level)
  if (known !== undefined) return known
  throw new InvalidOption('--verboseLevel', `be one of ${Object.keys(PRISM_LEVELS).join(', ')}`, JSON.stringify(level))
}

/** Returns a seed as a number. Prism takes any text, which is hashed; `null` stands for none. */
function toSeed (text: string): string {
  if (/^\d{1,15}$/.test(text)) return text
  return text === 'null' ? '1' : String(createHash('sha256').update(text).digest().readUInt32LE(0))
}

function listNotes (flags: Flags['flags']): string[] {
  const notes: string[] = []
  if (isOn('multiprocess', flags)) notes.push('--multiprocess has no effect: one process serves and logs')
  if (isOn('json-schema-faker-fill-properties', flags)) {
    notes.push('--json-schema-faker-fillProperties has no effect: no members are invented')
  }
  return notes
}
