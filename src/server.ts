import Fastify, { LogController } from 'fastify'
import type { FastifyInstance } from 'fastify'
import { adminRoutes } from './admin/admin-routes.ts'
import { loadScenarios, trustScenarios } from './admin/load-scenarios.ts'
import { apiRoutes } from './apis/api-routes.ts'
import { replyWithErrors } from './apis/errors-to-replies.ts'
import { routableUrl, splitWorldPrefix } from './apis/world-of.ts'
import { loadApis } from './apis/load-apis.ts'
import type { Contract } from './contract/contract.ts'
import { SHIPPED_FIXTURES, SHIPPED_OPENAPI, withDefaults } from './options.ts'
import type { StandinOptions } from './options.ts'
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
  const { adminToken, bodyLimit, log } = resolved
  const { apis, callbacksOf, rowFiles, scenarioFiles, types, worlds } = await loadApis(resolved)
  const contracts = apis.map(({ contract }) => contract)
  const simulations = new Map(apis.map(({ contract, simulation }) => [contract.name, simulation]))
  const isShipped = resolved.openapi === SHIPPED_OPENAPI && resolved.fixtures === SHIPPED_FIXTURES
  const scenarios = isShipped ? trustScenarios(scenarioFiles) : loadScenarios(scenarioFiles, { contracts, simulations, types })

  const app = Fastify({
    bodyLimit,
    logger: log === 'silent' ? false : { level: log },
    logController: new LogController({ disableRequestLogging: true }),
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 2_000 },
    rewriteUrl: ({ url = '/' }) => routableUrl(splitWorldPrefix(url).url)
  })
  app.decorate('contracts', contracts)
  // What waits in a world is answered before the connections are closed.
  app.addHook('preClose', async () => worlds.close())
  app.addHook('onClose', async () => worlds.close())
  replyWithErrors(app)

  app.register(adminRoutes, { prefix: '/__admin', worlds, contracts, simulations, types, rowFiles, callbacksOf, scenarios, version: readVersion(), adminToken })
  app.register(apiRoutes, { apis })
  return app
}
