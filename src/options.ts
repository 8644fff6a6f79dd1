import { fileURLToPath } from 'node:url'
import { isObject } from './documents/is-object.ts'
import { nearest } from './documents/nearest.ts'
import { InvalidOption, UnknownOption } from './errors.ts'
import { parseInstant } from './worlds/clock.ts'
import type { ClockMode } from './worlds/clock.ts'
import { LOG_LEVELS } from './apis/log.ts'
import type { LogLevel } from './apis/log.ts'

/** What a stand-in is made with; each has a default. */
export interface StandinOptions {
  /**
   * The OpenAPI documents to serve: a directory of them, or a list of files.
   * @default the four that ship with the package
   */
  openapi?: string | readonly string[]
  /**
   * OpenAPI Overlay documents that change the documents before they are served, in this order.
   * @default none, but for those in the directory of documents
   */
  overlays?: readonly string[]
  /**
   * The path under which an API is served, by its name: `{ pets: '/v2' }`.
   * @default the path of the document's first server, and none
   */
  mounts?: Readonly<Record<string, string>>
  /**
   * Whether documents are refused for what they could be served in spite of.
   * @default false
   */
  strict?: boolean
  /**
   * Whether what `$ref`s of http(s) URLs lead to is fetched.
   * @default false
   */
  allowRemoteRefs?: boolean
  /**
   * The directory of canned bodies and rows.
   * @default the one that ships with the package, for the documents that ship with it; none for documents of your own
   */
  fixtures?: string
  /**
   * What ids, tokens and generated bodies follow from: the same seed gives the same run.
   * @default 1
   */
  seed?: number
  /**
   * The instant at which the clock of every world starts to run, as an RFC 3339 date-time: `2026-01-01T00:00:00Z`.
   * @default the real time
   */
  startsAt?: string
  /**
   * How the clock of every world goes at first: `running` is the real time from its start on, `frozen` stands still until a test
   * moves it.
   * @default 'running'
   */
  clock?: ClockMode
  /**
   * The scenarios that run in every new world from its start, by name: `mews/failure`, or a list of names. Their parameters
   * have their defaults. Where one sets the clock, the worlds start there.
   * @default none
   */
  scenario?: string | readonly string[]
  /**
   * How many worlds there may be; past it, the longest unused goes.
   * @default 1000
   */
  maxWorlds?: number
  /**
   * How many exchanges the journal of a world keeps; past it, the oldest goes.
   * @default 1000
   */
  maxExchanges?: number
  /**
   * How many resources a world may hold; past it, the oldest that a request created goes, and where there is none creating one is refused.
   * @default 100000
   */
  maxResources?: number
  /**
   * How large a request's body may be, in bytes.
   * @default 1048576
   */
  bodyLimit?: number
  /**
   * What the admin API asks for as `Authorization: Bearer …`.
   * @default none: whoever reaches the server may use it
   */
  adminToken?: string
  /**
   * The hosts that callbacks may be sent to.
   * @default any, but for link-local addresses, which are never allowed
   */
  callbackHosts?: readonly string[]
  /**
   * What is logged to standard output, as JSON lines: this level and those above it.
   * @default 'silent'; 'warn' on the command line
   */
  log?: LogLevel
}

type WithoutDefault = 'fixtures' | 'startsAt' | 'adminToken' | 'callbackHosts'
type Normalized = 'startsAt' | 'scenario'

/** The options with their defaults in place. */
export type ResolvedOptions =
  & Readonly<Required<Omit<StandinOptions, WithoutDefault | Normalized>>>
  & Readonly<Pick<StandinOptions, Exclude<WithoutDefault, Normalized>>>
  & {
    /** In milliseconds since 1970. */
    readonly startsAt: number | undefined
    readonly scenario: readonly string[]
  }

/** The directory of the OpenAPI documents that ship. */
export const SHIPPED_OPENAPI = fileURLToPath(new URL('../openapi', import.meta.url))

/** The directory of canned bodies, rows and scenarios that ships. */
export const SHIPPED_FIXTURES = fileURLToPath(new URL('../fixtures', import.meta.url))

/** Whether just what ships with the package is served. */
export function isShipped ({ fixtures, openapi, overlays }: Pick<ResolvedOptions, 'fixtures' | 'openapi' | 'overlays'>): boolean {
  return openapi === SHIPPED_OPENAPI && fixtures === SHIPPED_FIXTURES && overlays.length === 0
}

/** Checks the options and puts in what was left out. Throws `UnknownOption` or `InvalidOption`. */
export function withDefaults (options: StandinOptions = {}): ResolvedOptions {
  for (const [name, value] of Object.entries(options)) checkOption(name, value)
  const ships = options.openapi === undefined
  const {
    openapi = SHIPPED_OPENAPI,
    overlays = [],
    mounts = {},
    strict = false,
    allowRemoteRefs = false,
    fixtures = ships ? SHIPPED_FIXTURES : undefined,
    seed = 1,
    startsAt,
    clock = 'running',
    scenario = [],
    maxWorlds = 1000,
    maxExchanges = 1000,
    maxResources = 100_000,
    bodyLimit = 2 ** 20,
    adminToken,
    callbackHosts,
    log = 'silent'
  } = options
  const startsAtMs = startsAt === undefined ? undefined : parseInstant(startsAt)
  return { openapi, overlays, mounts, strict, allowRemoteRefs, fixtures, seed, startsAt: startsAtMs, clock, scenario: typeof scenario === 'string' ? [scenario] : scenario, maxWorlds, maxExchanges, maxResources, bodyLimit, adminToken, callbackHosts, log }
}

/** Tells what the value of an option must be, to be read after "must"; `undefined` where it is that. */
export function brokenRule (name: keyof StandinOptions, value: unknown): string | undefined {
  const { be, holds } = RULES[name]
  return holds(value) ? undefined : be
}

interface Rule {
  readonly be: string
  readonly holds: (value: unknown) => boolean
}

const TRUE_OR_FALSE: Rule = { be: 'be true or false', holds: value => typeof value === 'boolean' }

const RULES: Readonly<Record<keyof StandinOptions, Rule>> = {
  openapi: { be: 'be a directory or a list of files', holds: value => isText(value) || isList(value) },
  overlays: { be: 'be a list of files', holds: isTexts },
  mounts: { be: 'name an API and its path, such as pets=/v2', holds: isMounts },
  strict: TRUE_OR_FALSE,
  allowRemoteRefs: TRUE_OR_FALSE,
  fixtures: { be: 'be a directory', holds: isText },
  seed: wholeNumber(0),
  startsAt: { be: 'be an instant such as 2026-01-01T00:00:00Z', holds: value => isText(value) && parseInstant(value) !== undefined },
  clock: { be: 'be running or frozen', holds: value => value === 'running' || value === 'frozen' },
  scenario: { be: 'be the name of a scenario, such as mews/failure, or a list of names', holds: value => isText(value) || isTexts(value) },
  maxWorlds: wholeNumber(1),
  maxExchanges: wholeNumber(0),
  maxResources: wholeNumber(0),
  bodyLimit: wholeNumber(1),
  adminToken: { be: 'be some text', holds: isText },
  callbackHosts: { be: 'be a list of hosts', holds: isList },
  log: { be: `be one of ${LOG_LEVELS.join(', ')}`, holds: value => LOG_LEVELS.some(level => level === value) }
}

function checkOption (name: string, value: unknown): void {
  if (!isOption(name)) {
    const near = nearest(name, Object.keys(RULES))
    throw new UnknownOption(name, near === undefined ? `the options are ${Object.keys(RULES).join(', ')}` : `did you mean ${near}?`)
  }
  const be = value === undefined ? undefined : brokenRule(name, value)
  if (be !== undefined) throw new InvalidOption(`The option ${name}`, be, JSON.stringify(value) ?? String(value))
}

function isOption (name: string): name is keyof StandinOptions {
  return Object.hasOwn(RULES, name)
}

function wholeNumber (least: number): Rule {
  return { be: `be a whole number of ${least} or more`, holds: value => Number.isSafeInteger(value) && Number(value) >= least }
}

function isText (value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}

function isMounts (value: unknown): boolean {
  return isObject(value) && Object.entries(value).every(([name, prefix]) => name !== '' && typeof prefix === 'string' && /^\/(?:[^\s?#]*[^\s?#/])?$/.test(prefix))
}

function isTexts (value: unknown): boolean {
  return Array.isArray(value) && value.every(isText)
}

function isList (value: unknown): boolean {
  return isTexts(value) && Array.isArray(value) && value.length > 0
}
