import type { FastifyInstance, FastifyPluginAsync, onRequestAsyncHookHandler } from 'fastify'
import { exactJson } from '../exact-json.ts'
import { forward } from '../apis/forward.ts'
import type { AdminOptions } from './admin-options.ts'
import { compressReplies } from './compress-replies.ts'
import { healthRoutes } from './health-routes.ts'
import type { HealthOptions } from './health-routes.ts'
import { metricsRoutes } from './metrics-routes.ts'
import { replyWithProblems } from './reply-with-problems.ts'
import { requireToken } from './require-token.ts'

export interface LazyAdminOptions extends HealthOptions, Pick<AdminOptions, 'adminToken' | 'guard' | 'metrics'> {
  /** Creates the admin API as an app of its own. */
  readonly build: () => Promise<FastifyInstance>
}

/**
 * The admin API, created on the first request that is no check of its health or for its metrics: it is half of the
 * code, and start-up should not wait for it.
 */
export const lazyAdmin: FastifyPluginAsync<LazyAdminOptions> = async (
  app,
  { adminToken, build, contracts, guard, keeper, metrics, version }
) => {
  let admin: Promise<FastifyInstance> | undefined
  const pass: onRequestAsyncHookHandler = async (request, reply) => {
    admin ??= build()
    forward(request, reply, await admin)
  }
  app.addHook('onClose', async () => {
    await (await admin)?.close()
  })
  replyWithProblems(app)

  app.register(async answering => {
    answering.addHook('onRequest', guard)
    // As in the rest of the admin API: a compiled serializer would drop unknown members.
    answering.setSerializerCompiler(() => exactJson.stringify)
    answering.register(healthRoutes, { contracts, keeper, version })
    answering.register(async guarded => {
      if (adminToken !== undefined) guarded.addHook('onRequest', requireToken(adminToken))
      compressReplies(guarded)
      guarded.register(metricsRoutes, { metrics })
    })
  })
  for (const url of ['/', '/*']) app.all(url, { onRequest: pass }, async () => {})
}
