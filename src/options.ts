import { fileURLToPath } from 'node:url'
import { checkOptions } from './check-options.ts'
import { FORMAT_NAMES } from './reports/format-names.ts'
import { DEFAULT_LOCALE } from './responses/load-faker.ts'
import type { StandinOptions } from './standin-options.ts'
import { parseInstant } from './worlds/clock.ts'
import { defaultMemory } from './worlds/default-memory.ts'

/** Options for which no value means something of its own. */
type MayBeMissing =
  | 'fixtures'
  | 'settings'
  | 'coverageIgnore'
  | 'report'
  | 'data'
  | 'store'
  | 'replicaUrl'
  | 'worldBy'
  | 'publicUrl'
  | 'cert'
  | 'key'
  | 'cors'
  | 'adminOrigins'
  | 'adminToken'
  | 'callbackHosts'
  | 'callbackCa'
  | 'proxy'
  | 'proxyCa'

/** Options that are resolved to another type. */
type Normalized = 'startsAt' | 'scenario'

/** The options with their defaults. */
export type ResolvedOptions =
  & Readonly<Required<Omit<StandinOptions, MayBeMissing | Normalized>>>
  & Readonly<Pick<StandinOptions, MayBeMissing>>
  & {
    /** In milliseconds since 1970; `undefined` for the real time. */
    readonly startsAt: number | undefined
    readonly scenario: readonly string[]
  }

type Sources = Pick<ResolvedOptions, 'fixtures' | 'openapi' | 'overlays'>

/** The directory of the shipped OpenAPI documents. */
export const SHIPPED_OPENAPI = fileURLToPath(new URL('../openapi', import.meta.url))

/** The directory of the shipped canned bodies, rows and scenarios. */
export const SHIPPED_FIXTURES = fileURLToPath(new URL('../fixtures', import.meta.url))

/** The directory of the shipped journeys. */
export const SHIPPED_JOURNEYS = fileURLToPath(new URL('../journeys', import.meta.url))

/** Returns whether exactly the shipped documents and fixtures are served. */
export function isShipped ({ fixtures, openapi, overlays }: Sources): boolean {
  return openapi === SHIPPED_OPENAPI && fixtures === SHIPPED_FIXTURES && overlays.length === 0
}

/** Validates options and adds the defaults. Throws `UnknownOption` or `InvalidOption`. */
export function withDefaults (options: StandinOptions = {}): ResolvedOptions {
  checkOptions(options)
  const {
    openapi = SHIPPED_OPENAPI,
    overlays = [],
    mounts = {},
    strict = false,
    allowPaths = [],
    allowRemoteRefs = false,
    fixtures = options.openapi === undefined ? SHIPPED_FIXTURES : undefined,
    seed = 1,
    locale = DEFAULT_LOCALE,
    startsAt,
    clock = 'running',
    scenario = [],
    replay = [],
    settings,
    maxWorlds = 1000,
    maxExchanges = 1000,
    maxResources = 100_000,
    maxMemory = defaultMemory(),
    requestTimeout = 30,
    bodyLimit = 2 ** 20,
    compress = true,
    cors,
    ignoreDuplicateSlashes = false,
    ignorePathCase = false,
    publicUrl,
    cert,
    key,
    tls = cert !== undefined,
    tlsNames = [],
    trustProxy = false,
    queryPreferences = false,
    invalidStatus = 400,
    responseErrors = false,
    proxy,
    proxyMode = 'unstubbed',
    enforce = false,
    proxyCa,
    proxyInsecure = false,
    proxyTimeout = 30,
    coverage = true,
    coverageIgnore,
    report,
    reportFormats = FORMAT_NAMES,
    data,
    metrics = false,
    telemetry = false,
    store,
    replicaUrl,
    storeLease = 5,
    storeWait = 10,
    worldBy,
    adminToken,
    adminOrigins,
    allowedHosts = [],
    callbackHosts,
    callbackCa,
    callbackInsecure = false,
    log = 'silent',
    logFormat = 'text'
  } = options
  return {
    openapi,
    overlays,
    mounts,
    strict,
    allowPaths,
    allowRemoteRefs,
    fixtures,
    seed,
    locale,
    startsAt: startsAt === undefined ? undefined : parseInstant(startsAt),
    clock,
    scenario: typeof scenario === 'string' ? [scenario] : scenario,
    replay,
    settings,
    maxWorlds,
    maxExchanges,
    maxResources,
    maxMemory,
    requestTimeout,
    bodyLimit,
    compress,
    cors,
    ignoreDuplicateSlashes,
    ignorePathCase,
    publicUrl,
    tls,
    cert,
    key,
    tlsNames,
    trustProxy,
    queryPreferences,
    invalidStatus,
    responseErrors,
    proxy,
    proxyMode,
    enforce,
    proxyCa,
    proxyInsecure,
    proxyTimeout,
    coverage,
    coverageIgnore,
    report,
    reportFormats,
    data,
    metrics,
    telemetry,
    store,
    replicaUrl,
    storeLease,
    storeWait,
    worldBy,
    adminToken,
    adminOrigins,
    allowedHosts,
    callbackHosts,
    callbackCa,
    callbackInsecure,
    log,
    logFormat
  }
}
