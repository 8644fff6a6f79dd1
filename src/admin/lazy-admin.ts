import type { FastifyInstance, FastifyPluginAsync, onRequestAsyncHookHandler } from 'fastify'
import { exactJson } from '../exact-json.ts'
import { forward } from '../apis/forward.ts'
import type { AdminOptions } from './admin-options.ts'
import { healthRoutes } from './health-routes.ts'
import { replyWithProblems } from './reply-with-problems.ts'

export interface LazyAdminOptions extends Pick<AdminOptions, 'contracts' | 'guard' | 'version'> {
  /** Creates the admin API as an app of its own. */
  readonly build: () => Promise<FastifyInstance>
}

/**
 * The admin API, created on the first request that is not a health check: it is half of the code, and
 * start-up should not wait for it.
 */
export const lazyAdmin: FastifyPluginAsync<LazyAdminOptions> = async (
  app,
  { build, contracts, guard, version }
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
    answering.register(healthRoutes, { contracts, version })
  })
  for (const url of ['/', '/*']) app.all(url, { onRequest: pass }, async () => {})
}
