import { isHostPattern } from './admin/host-check.ts'
import { LOG_FORMATS, LOG_LEVELS } from './apis/log.ts'
import { areOrigins } from './apis/origin.ts'
import { areProxies } from './apis/proxy-trust.ts'
import { isPublicUrl } from './apis/public-url.ts'
import { parseWorldKey, WORLD_KEY_FORMS } from './apis/world-key.ts'
import { isObject } from './documents/is-object.ts'
import { nearest } from './documents/nearest.ts'
import { InvalidOption, UnknownOption } from './errors.ts'
import { PROXY_MODES } from './messages/proxy-mode.ts'
import { FORMAT_NAMES } from './reports/format-names.ts'
import { isLocale } from './responses/load-faker.ts'
import { isTlsName } from './tls/is-tls-name.ts'
import type { StandinOptions } from './standin-options.ts'
import { parseInstant } from './worlds/clock.ts'

/** The rule for the value of an option. */
interface Rule {
  /** The rule in words that follow "must". */
  readonly be: string
  readonly holds: (value: unknown) => boolean
}

/** Checks the name and the value of each option. Throws `UnknownOption` or `InvalidOption`. */
export function checkOptions (options: StandinOptions): void {
  for (const [name, value] of Object.entries(options)) {
    if (!isOption(name)) throw new UnknownOption(name, hintFor(name))
    const rule = value === undefined ? undefined : brokenRule(name, value)
    if (rule !== undefined) throw new InvalidOption(`The option ${name}`, rule, JSON.stringify(value) ?? String(value))
  }
  checkTls(options)
  checkProxy(options)
  checkStore(options)
  if (options.report !== undefined && options.coverage === false) {
    throw new InvalidOption('The option report', 'be left out where coverage is off', JSON.stringify(options.report))
  }
}

/** Rejects options of the store that need it, or exclude it. */
function checkStore ({ data, replicaUrl, store, storeLease, storeWait }: StandinOptions): void {
  if (data !== undefined && store !== undefined) {
    throw new InvalidOption('The option data', 'be left out where store is given', JSON.stringify(data))
  }
  if (store !== undefined) return
  for (const [name, value] of Object.entries({ replicaUrl, storeLease, storeWait })) {
    if (value !== undefined) throw new InvalidOption(`The option ${name}`, 'come with store', 'alone')
  }
}

/** Rejects options of TLS that need one another. */
function checkTls ({ cert, key, tls = cert !== undefined, tlsNames = [] }: StandinOptions): void {
  if (cert !== undefined && key === undefined) throw new InvalidOption('The option cert', 'come with key', 'alone')
  if (key !== undefined && cert === undefined) throw new InvalidOption('The option key', 'come with cert', 'alone')
  if (!tls && tlsNames.length > 0) throw new InvalidOption('The option tlsNames', 'come with tls', 'alone')
}

/**
 * Returns the rule that a value of an option breaks, in words that follow "must"; `undefined` where the value
 * is valid.
 */
export function brokenRule (name: keyof StandinOptions, value: unknown): string | undefined {
  const { be, holds } = RULES[name]
  return holds(value) ? undefined : be
}

function isOption (name: string): name is keyof StandinOptions {
  return Object.hasOwn(RULES, name)
}

function hintFor (name: string): string {
  const known = Object.keys(RULES)
  const near = nearest(name, known)
  return near === undefined ? `the options are ${known.join(', ')}` : `did you mean ${near}?`
}

/** Rejects options that have no effect without a service. */
function checkProxy ({ enforce, proxy, proxyCa, proxyInsecure, proxyMode, proxyTimeout }: StandinOptions): void {
  if (proxy !== undefined) return
  const alone = Object.entries({ enforce: enforce || undefined, proxyCa, proxyInsecure, proxyMode, proxyTimeout })
  const [name, value] = alone.find(([, value]) => value !== undefined && value !== false) ?? []
  if (name === undefined) return
  throw new InvalidOption(`The option ${name}`, 'come with proxy, the service that it is for', JSON.stringify(value))
}

/** Tells whether a value is the URL of a service that requests can be passed on to. */
function isServiceUrl (value: unknown): boolean {
  const url = typeof value === 'string' ? URL.parse(value) : null
  if (url === null || !/^https?:$/.test(url.protocol) || /[?#]/.test(String(value))) return false
  return url.username === '' && url.password === ''
}

/** The longest time that timers of the platform accept, in seconds. */
const MAX_SECONDS = 2_147_483

const SWITCH: Rule = { be: 'be true or false', holds: value => typeof value === 'boolean' }

const FILES_OR_DIRECTORY: Rule = {
  be: 'be a directory or a list of files',
  holds: value => isText(value) || isFilledList(value)
}

const MOUNTS: Rule = {
  be: 'name an API and its path, such as pets=/v2',
  holds: value => isObject(value) && Object.entries(value).every(isMount)
}

const INSTANT: Rule = {
  be: 'be an instant such as 2026-01-01T00:00:00Z',
  holds: value => isText(value) && parseInstant(value) !== undefined
}

const SCENARIOS: Rule = {
  be: 'be the name of a scenario, such as mews/failure, or a list of names',
  holds: value => isText(value) || isList(value)
}

const ORIGINS: Rule = {
  be: 'be off, * or a list of origins such as http://localhost:3000',
  holds: areOrigins
}

const PROXIES: Rule = {
  be: 'be true, false, a number of proxies, or a list of addresses and networks such as loopback or 10.0.0.0/8',
  holds: areProxies
}

const HOST_NAMES: Rule = {
  be: 'be a list of host names such as mocks.example, without ports, or *',
  holds: value => isList(value) && value.every(isHostPattern)
}

const TLS_NAMES: Rule = {
  be: 'be a list of host names or addresses such as mocks.example or 192.0.2.1, without ports',
  holds: value => isList(value) && value.every(isTlsName)
}

const RULES: Readonly<Record<keyof StandinOptions, Rule>> = {
  openapi: FILES_OR_DIRECTORY,
  overlays: { be: 'be a list of files', holds: isList },
  mounts: MOUNTS,
  strict: SWITCH,
  allowPaths: { be: 'be a list of folders', holds: isList },
  allowRemoteRefs: SWITCH,
  fixtures: { be: 'be a directory', holds: isText },
  seed: wholeNumber(0),
  locale: { be: 'be a locale of @faker-js/faker, such as de or pt_BR', holds: isLocale },
  startsAt: INSTANT,
  clock: { be: 'be running or frozen', holds: value => value === 'running' || value === 'frozen' },
  scenario: SCENARIOS,
  replay: { be: 'be a list of HAR files', holds: isList },
  settings: { be: 'be a file, or an object of settings', holds: value => isText(value) || isObject(value) },
  maxWorlds: wholeNumber(1),
  maxExchanges: wholeNumber(0),
  maxResources: wholeNumber(0),
  maxMemory: wholeNumber(0),
  requestTimeout: { be: 'be a number of seconds, or 0 for any time', holds: isDuration },
  bodyLimit: wholeNumber(1),
  compress: SWITCH,
  cors: ORIGINS,
  ignoreDuplicateSlashes: SWITCH,
  ignorePathCase: SWITCH,
  publicUrl: {
    be: 'be an http or https URL without a query, such as https://mocks.example/standin',
    holds: isPublicUrl
  },
  tls: SWITCH,
  queryPreferences: SWITCH,
  invalidStatus: { be: 'be 400 or 422', holds: value => value === 400 || value === 422 },
  responseErrors: SWITCH,
  proxy: {
    be: 'be the http or https URL of a service, without a query, or name an API and one, such as pets=http://127.0.0.1:3000',
    holds: value => isServiceUrl(value) || (isObject(value) && Object.values(value).every(isServiceUrl))
  },
  proxyMode: { be: `be one of ${PROXY_MODES.join(', ')}`, holds: value => PROXY_MODES.some(mode => mode === value) },
  enforce: SWITCH,
  proxyCa: { be: 'be a file', holds: isText },
  proxyInsecure: SWITCH,
  proxyTimeout: { be: 'be a number of seconds, or 0 for any time', holds: isDuration },
  coverage: SWITCH,
  report: { be: 'be a directory', holds: isText },
  data: { be: 'be a directory', holds: isText },
  store: { be: 'be the URL of a Redis, such as redis://127.0.0.1:6379', holds: isStoreUrl },
  replicaUrl: { be: 'be an http or https URL without a path, such as http://10.0.0.7:4010', holds: isReplicaUrl },
  storeLease: { be: 'be a number of seconds of 0.1 or more', holds: isLease },
  storeWait: { be: 'be a number of seconds', holds: isDuration },
  reportFormats: { be: `be some of ${FORMAT_NAMES.join(', ')}`, holds: areFormats },
  coverageIgnore: {
    be: 'be a file, or an object with a reason for each pattern of ids',
    holds: value => isText(value) || (isObject(value) && Object.values(value).every(isText))
  },
  cert: { be: 'be a file', holds: isText },
  key: { be: 'be a file', holds: isText },
  tlsNames: TLS_NAMES,
  trustProxy: PROXIES,
  metrics: SWITCH,
  telemetry: SWITCH,
  worldBy: {
    be: `be ${WORLD_KEY_FORMS}, in single quotes where a shell would replace $request`,
    holds: value => isText(value) && parseWorldKey(value) !== undefined
  },
  adminToken: { be: 'be some text', holds: isText },
  adminOrigins: ORIGINS,
  allowedHosts: HOST_NAMES,
  callbackHosts: { be: 'be a list of hosts', holds: isFilledList },
  callbackCa: { be: 'be a file', holds: isText },
  callbackInsecure: SWITCH,
  log: { be: `be one of ${LOG_LEVELS.join(', ')}`, holds: value => LOG_LEVELS.some(level => level === value) },
  logFormat: { be: 'be text or json', holds: value => LOG_FORMATS.some(format => format === value) }
}

function wholeNumber (least: number): Rule {
  return {
    be: `be a whole number of ${least} or more`,
    holds: value => Number.isSafeInteger(value) && Number(value) >= least
  }
}

function areFormats (value: unknown): boolean {
  return isFilledList(value) && value.every(name => FORMAT_NAMES.some(known => known === name))
}

function isDuration (value: unknown): boolean {
  return typeof value === 'number' && value >= 0 && value <= MAX_SECONDS
}

/** The shortest time that a lease can be renewed in, in seconds. */
const SHORTEST_LEASE = 0.1

function isLease (value: unknown): boolean {
  return isDuration(value) && Number(value) >= SHORTEST_LEASE
}

function isStoreUrl (value: unknown): boolean {
  const url = isText(value) ? URL.parse(value) : null
  return url !== null && /^rediss?:$/.test(url.protocol) && url.hostname !== ''
}

function isReplicaUrl (value: unknown): boolean {
  const url = isText(value) ? URL.parse(value) : null
  return url !== null && /^https?:$/.test(url.protocol) && `${url.origin}/` === url.href
}

function isText (value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}

function isList (value: unknown): value is string[] {
  return Array.isArray(value) && value.every(isText)
}

function isFilledList (value: unknown): value is string[] {
  return isList(value) && value.length > 0
}

function isMount ([name, path]: readonly [name: string, path: unknown]): boolean {
  return name !== '' && typeof path === 'string' && /^\/(?:[^\s?#]*[^\s?#/])?$/.test(path)
}
