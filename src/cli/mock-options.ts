import { areOrigins } from '../apis/origin.ts'
import { COMMAND_OPTIONS } from './command-options.ts'
import type { CommandOption } from './command-options.ts'

/** The levels of Prism, and those of standin that log the same. */
export const PRISM_LEVELS = {
  trace: 'trace',
  debug: 'debug',
  info: 'info',
  warn: 'warn',
  error: 'error',
  fatal: 'silent',
  silent: 'silent'
} as const

const LEVELS = Object.keys(PRISM_LEVELS)

/** Flags that Prism writes in two ways, and as they are written here. */
export const SPELLINGS: ReadonlyMap<string, string> = new Map([
  ['verboseLevel', 'verbose-level'],
  ['ignoreExamples', 'ignore-examples'],
  ['json-schema-faker-fillProperties', 'json-schema-faker-fill-properties'],
  ['jsonSchemaFakerFillProperties', 'json-schema-faker-fill-properties']
])

/** Tells whether a word can be the value of a switch: as in Prism, one may have a value. */
function isSwitchValue (text: string): boolean {
  return text === 'true' || text === 'false'
}

function isCorsValue (text: string): boolean {
  return isSwitchValue(text) || text === '*' || text === 'off' || areOrigins(text.split(','))
}

/** The flags of Prism, as its command line has them. */
export const PRISM_OPTIONS: readonly CommandOption[] = [
  { flag: 'port', short: 'p', value: 'PORT', reads: 'number', help: 'port to listen on; 0 takes a free one' },
  { flag: 'host', short: 'h', value: 'HOST', help: 'address to listen on; 0.0.0.0 for all' },
  { flag: 'cors', value: 'true', mayFollow: isCorsValue, help: 'let all pages use the APIs; --no-cors for none' },
  {
    flag: 'dynamic',
    short: 'd',
    value: 'true',
    mayFollow: isSwitchValue,
    help: 'generate each body from its schema, whatever examples there are'
  },
  {
    flag: 'ignore-examples',
    value: 'true',
    mayFollow: isSwitchValue,
    help: 'the same: standin has no bodies without data'
  },
  { flag: 'seed', value: 'SEED', help: 'what generated bodies follow from: a number, or any text' },
  {
    flag: 'errors',
    value: 'true',
    mayFollow: isSwitchValue,
    help: 'respond with 500 in place of a response that breaks its contract'
  },
  { flag: 'verbose-level', short: 'v', value: 'LEVEL', help: LEVELS.join(', ') },
  {
    flag: 'multiprocess',
    short: 'm',
    value: 'true',
    mayFollow: isSwitchValue,
    help: 'accepted without effect: one process serves and logs'
  },
  {
    flag: 'json-schema-faker-fill-properties',
    value: 'true',
    mayFollow: isSwitchValue,
    help: 'accepted without effect: no members are invented'
  }
]

const REPLACED = [...PRISM_OPTIONS.map(({ flag }) => flag), 'help', 'version', 'watch']

/** The options of standin alone, which `standin mock` takes too. */
export const OTHER_OPTIONS = COMMAND_OPTIONS.filter(({ flag }) => !REPLACED.includes(flag))

/** The options of `standin mock`. Their short forms are those of Prism. */
export const MOCK_OPTIONS: readonly CommandOption[] = [
  ...PRISM_OPTIONS,
  { flag: 'watch', value: 'true', mayFollow: isSwitchValue, help: 'reload after each edit; --no-watch to leave it' },
  { flag: 'help', help: 'show this help' },
  { flag: 'version', help: 'show the version' },
  ...OTHER_OPTIONS
]
