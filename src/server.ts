import Fastify, { LogController } from 'fastify'
import type { FastifyInstance } from 'fastify'
import type { ServerState } from './admin/admin-options.ts'
import { adminRoutes } from './admin/admin-routes.ts'
import { loadScenarios, trustScenarios } from './admin/load-scenarios.ts'
import { listApis } from './apis/api.ts'
import { apiRoutes } from './apis/api-routes.ts'
import { replyWithErrors } from './apis/errors-to-replies.ts'
import { loadEdition } from './apis/load-edition.ts'
import type { LoadedEdition } from './apis/load-edition.ts'
import { routableUrl, splitWorldPrefix } from './apis/world-of.ts'
import type { Contract } from './contract/contract.ts'
import { SHIPPED_FIXTURES, SHIPPED_OPENAPI, withDefaults } from './options.ts'
import type { ResolvedOptions, StandinOptions } from './options.ts'
import { createState } from './state.ts'
import { onUnusable } from './validation/schemas.ts'
import { readVersion } from './version.ts'

declare module 'fastify' {
  interface FastifyInstance {
    /** The contracts that are served. */
    contracts: readonly Contract[]
  }
}

/**
 * Builds a stand-in server. It does not listen: call `listen()` or `inject()` on it.
 * Rejects with `InvalidDocument` where a document, a declaration in it, a fixture or a scenario cannot be used, with every mistake and its place.
 */
export async function createStandin (options: StandinOptions = {}): Promise<FastifyInstance> {
  const resolved = withDefaults(options)
  const edition = await loadEdition(resolved)
  return createApp(edition, createState(edition, resolved), resolved)
}

/** Builds the app that serves an edition and acts on a state. Throws `InvalidDocument` where a scenario cannot be used. */
export function createApp ({ scenarioFiles, ...edition }: LoadedEdition, state: ServerState, options: ResolvedOptions): FastifyInstance {
  const { adminToken, bodyLimit, log } = options
  const { worlds } = state
  const isShipped = options.openapi === SHIPPED_OPENAPI && options.fixtures === SHIPPED_FIXTURES
  const scenarios = isShipped ? trustScenarios(scenarioFiles) : loadScenarios(scenarioFiles, edition)

  const app = Fastify({
    bodyLimit,
    logger: log === 'silent' ? false : { level: log },
    logController: new LogController({ disableRequestLogging: true }),
    // Hardly any request is logged: a logger of its own for each costs more than it tells.
    childLoggerFactory: logger => logger,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 2_000 },
    rewriteUrl: ({ url = '/' }) => routableUrl(splitWorldPrefix(url).url)
  })
  app.decorate('contracts', edition.contracts)
  // What waits in a world is answered before the connections are closed.
  app.addHook('preClose', async () => worlds.close())
  app.addHook('onClose', async () => worlds.close())
  replyWithErrors(app)
  for (const { document, file } of edition.contracts) onUnusable(document, ({ pointer, message }) => app.log.warn({ file, pointer }, `in a schema, ${pointer} ${message}`))

  app.register(adminRoutes, { prefix: '/__admin', ...edition, ...state, scenarios, version: readVersion(), adminToken })
  app.register(apiRoutes, { apis: listApis(edition, state) })
  return app
}
