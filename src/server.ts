import type { FastifyInstance } from 'fastify'
import { createGuard } from './admin/guard.ts'
import { lazyAdmin } from './admin/lazy-admin.ts'
import { prepareScenarios } from './scenarios/prepare-scenarios.ts'
import { listApis } from './apis/api.ts'
import type { ApiState } from './apis/api.ts'
import { apiRoutes } from './apis/api-routes.ts'
import { createBaseApp } from './apis/base-app.ts'
import { isLogged } from './apis/log.ts'
import { acceptedPath } from './apis/public-url.ts'
import type { KeyedWorlds } from './apis/name-by-key.ts'
import { replyWithErrors } from './apis/reply-with-errors.ts'
import { loadDefinitions } from './load-definitions.ts'
import type { LoadedDefinitions } from './load-definitions.ts'
import { loadStart, withReplays } from './load-start.ts'
import type { Ignore } from './reports/ignore-list.ts'
import { listServedOperations, listServedRoutes } from './apis/served-route.ts'
import type { ServedOperation } from './apis/served-route.ts'
import { standardOutput } from './console/output.ts'
import { createPaint } from './console/paint.ts'
import { createTextLog } from './console/text-log.ts'
import type { LogRequest } from './console/text-log.ts'
import { readAuthorities } from './callbacks/read-authorities.ts'
import type { Coverage } from './coverage/coverage.ts'
import type { Contract } from './contract/contract.ts'
import type { Upstreams } from './proxying/create-upstreams.ts'
import { withDefaults } from './options.ts'
import type { ResolvedOptions } from './options.ts'
import type { KeepOptions } from './apis/keep-worlds.ts'
import type { PassToOwner } from './apis/open-worlds.ts'
import { createKeptState, createState } from './state.ts'
import { onUnusable } from './schemas/schema-validator.ts'
import { readVersion } from './version.ts'
import type { Certificate } from './tls/load-certificate.ts'
import type { OpenTelemetry } from './telemetry/open-telemetry.ts'
import type { StandinOptions } from './standin-options.ts'
import { createJsonLog } from './console/json-log.ts'

declare module 'fastify' {
  interface FastifyInstance {
    /** The contracts that are served. */
    contracts: readonly Contract[]
    /** The certificate of a server that speaks TLS. */
    certificate: Certificate | undefined
    /** Counts what requests touch; `undefined` where nothing is counted. */
    coverage: Coverage | undefined
  }
}

const ADMIN = '/__admin'

/**
 * Builds a stand-in server. It does not listen: call `listen()` or `inject()` on it. Routes and hooks of your
 * own may be added; `docs/guide/embedding.md` lists which hooks run for which answers. Log to `app.log`: requests
 * have no loggers.
 * Rejects with `InvalidDocument` where a document, a declaration in it, a fixture or a scenario cannot be
 * used, with every mistake and its place, and with `UnknownScenario` where the scenario to start with does
 * not exist.
 */
export async function createStandin (options: StandinOptions = {}): Promise<FastifyInstance> {
  const resolved = await withCertificate(withDefaults(options))
  const definitions = await loadDefinitions(resolved)
  return await createApp(definitions, await createKeptState(definitions, resolved), resolved)
}

/** The options of an app, with the certificate for a server that speaks TLS. */
export interface AppOptions extends ResolvedOptions {
  readonly certificate?: Certificate | undefined
}

/** Adds the certificate where the server is to speak TLS. Rejects with `InvalidCertificate`. */
export async function withCertificate (options: ResolvedOptions): Promise<AppOptions> {
  if (!options.tls) return options
  const { loadCertificate } = await import('./tls/load-certificate.ts')
  return { ...options, certificate: await loadCertificate(options) }
}

/**
 * Builds the app that serves definitions and acts on a state. Rejects with `InvalidDocument` or
 * `UnknownScenario`.
 */
export async function createApp (
  definitions: LoadedDefinitions,
  state: ApiState,
  options: AppOptions
): Promise<FastifyInstance> {
  const { contracts } = definitions
  const { worlds } = state
  const { adminToken, bodyLimit, certificate, queryPreferences } = options
  const version = readVersion()
  const scenarios = await withReplays(await prepareScenarios(definitions), definitions, options)
  const ignore = await loadIgnores(options)
  const start = await loadStart(definitions, scenarios, options)
  if (start !== undefined) worlds.startWith(start)
  const upstreams = await loadUpstreams(contracts, options)
  const apis = listApis(definitions, state, { ...options, upstreams: upstreams?.byApi })
  const guard = createGuard(options)
  let operations: readonly ServedOperation[] | undefined
  const served = (): readonly ServedOperation[] => (operations ??= listServedOperations(listServedRoutes(apis)))

  const paths = options.publicUrl === undefined ? [] : listServedRoutes(apis).map(({ path }) => path)
  const keyed = await loadKey(options, contracts)
  const servedUnder = acceptedPath(options.publicUrl, paths)
  const baseOptions = { ...options, servedUnder, nameWorld: keyed?.nameWorld }
  const app = createBaseApp(baseOptions)
  app.decorate('contracts', contracts)
  app.decorate('certificate', certificate)
  if (certificate !== undefined) {
    const { keepRenewed } = await import('./apis/keep-renewed.ts')
    keepRenewed(app, certificate, options)
  }
  // Requests that wait in a world are answered before the connections are closed.
  const { keeper, metrics } = state
  const telemetry = await loadTracing(app, options)
  keyed?.bodies?.readFirst(app, bodyLimit)
  const replicas = keeper && await keep(app, { ...options, bodies: keyed?.bodies, definitions, keeper, version })
  app.addHook('preClose', async () => {
    keeper?.suspend()
    worlds.close()
  })
  app.addHook('onClose', async () => {
    worlds.close()
    metrics?.close()
    await keeper?.close()
  })
  if (upstreams !== undefined) app.addHook('preClose', async () => upstreams.closeSoon())
  replyWithErrors(app)
  logUnusableSchemas(app)

  const build = async (): Promise<FastifyInstance> => {
    const { createAdminApp } = await import('./admin/admin-app.ts')
    const adminOptions = {
      ...definitions,
      ...state,
      served: served(),
      scenarios,
      version,
      askReplicas: replicas?.ask,
      certificate,
      adminToken,
      guard,
      createTwin: () => createTwin(definitions, options)
    }
    return await createAdminApp(ADMIN, adminOptions, {
      ...baseOptions,
      certificate: undefined,
      nameWorld: keyed?.nameAdminWorld
    })
  }
  app.register(lazyAdmin, { prefix: ADMIN, adminToken, contracts, guard, keeper, metrics, version, build })
  app.register(apiRoutes, { apis, bodyLimit, queryPreferences, readers: keyed?.bodies })
  const { coverage, drift } = state
  app.decorate('coverage', coverage)
  await reportAtEnd(app, options)
  coverage?.use({ contracts, simulations: definitions.simulations, ignore, served })
  const logs = requestLogs(app, options, served).map(exchanged => ({ exchanged }))
  metrics?.use(contracts.flatMap(({ operations }) => operations))
  drift?.use(contracts)
  const counting = [coverage, metrics, drift, telemetry].filter(observer => observer !== undefined)
  if (telemetry !== undefined) worlds.observers.tracing = telemetry
  worlds.observers.replace([...logs, ...counting])
  return app
}

/** Loads what names the worlds of requests by a key, where one is set. */
async function loadKey (
  { worldBy, ...options }: ResolvedOptions,
  contracts: readonly Contract[]
): Promise<KeyedWorlds | undefined> {
  if (worldBy === undefined) return undefined
  const { nameByKey } = await import('./apis/name-by-key.ts')
  return nameByKey(worldBy, { ...options, contracts })
}

/** Has the requests to an app recorded as spans, where that is asked for. */
async function loadTracing (
  app: FastifyInstance,
  { telemetry }: ResolvedOptions
): Promise<OpenTelemetry | undefined> {
  if (!telemetry) return undefined
  const { loadTelemetry } = await import('./telemetry/load-telemetry.ts')
  const { OpenTelemetry } = await import('./telemetry/open-telemetry.ts')
  const { traceRequests } = await import('./apis/trace-requests.ts')
  const tracing = new OpenTelemetry(await loadTelemetry(), readVersion())
  traceRequests(app, tracing)
  return tracing
}

/** Has the worlds of an app kept beyond the process. Its code is loaded only for this. */
async function keep (app: FastifyInstance, options: KeepOptions): Promise<PassToOwner | undefined> {
  const { keepWorlds } = await import('./apis/keep-worlds.ts')
  return await keepWorlds(app, options)
}

/** What a twin does not do: count, log, report, pass requests on, or send callbacks. */
const UNSEEN = { adminToken: undefined, callbackHosts: [], certificate: undefined, log: 'silent', tls: false } as const

/** Creates an app that serves the same definitions with a state of its own. */
async function createTwin (definitions: LoadedDefinitions, options: AppOptions): Promise<FastifyInstance> {
  const own = { ...options, ...UNSEEN, coverage: false, proxy: undefined, report: undefined, publicUrl: undefined }
  return await createApp(definitions, createState(definitions, own), own)
}

/** Loads the services that requests are passed on to. Most servers have none. */
async function loadUpstreams (
  contracts: readonly Contract[],
  { bodyLimit, enforce, proxy, proxyCa, proxyInsecure, proxyMode, proxyTimeout, responseErrors }: ResolvedOptions
): Promise<Upstreams | undefined> {
  if (proxy === undefined) return undefined
  const { createUpstreams } = await import('./proxying/create-upstreams.ts')
  return createUpstreams(contracts, {
    services: typeof proxy === 'string' ? { '*': proxy } : proxy,
    mode: proxyMode,
    isEnforced: enforce,
    replacesInvalid: responseErrors,
    ca: proxyCa === undefined ? undefined : readAuthorities(proxyCa),
    isInsecure: proxyInsecure,
    timeoutMs: proxyTimeout * 1_000,
    copyLimit: bodyLimit
  })
}

/** Writes the report of the coverage when the app closes, before the requests in flight are waited for. */
async function reportAtEnd (app: FastifyInstance, { report: folder, reportFormats }: ResolvedOptions): Promise<void> {
  if (folder === undefined) return
  const { tryReportFolder, writeReportFolder } = await import('./reports/write-report-files.ts')
  await tryReportFolder(folder)
  app.addHook('onClose', async () => {
    const report = app.coverage?.report()
    if (report !== undefined) await writeReportFolder(folder, report, { formats: reportFormats })
  })
}

/** Loads why no test has to touch some cells. */
async function loadIgnores ({ coverageIgnore }: ResolvedOptions): Promise<readonly Ignore[]> {
  if (coverageIgnore === undefined) return []
  const { readIgnoreList } = await import('./coverage/read-ignore-list.ts')
  return await readIgnoreList(coverageIgnore)
}

/** Lists the functions that log each request: none where nobody would see it. */
function requestLogs (
  app: FastifyInstance,
  { log, logFormat }: ResolvedOptions,
  operations: () => readonly ServedOperation[]
): LogRequest[] {
  if (!isLogged('info', log)) return []
  const options = { operations, isDetailed: isLogged('debug', log) }
  if (logFormat === 'text') return [createTextLog(options, standardOutput(), createPaint())]
  return [createJsonLog(options, (members, message) => app.log.info(members, message))]
}

/** Logs each part of a schema that cannot be used, when the schema is compiled. */
function logUnusableSchemas (app: FastifyInstance): void {
  for (const { document, file } of app.contracts) {
    onUnusable(document, ({ message, pointer }) => {
      app.log.warn({ file, pointer }, `in a schema, ${pointer} ${message}`)
    })
  }
}
