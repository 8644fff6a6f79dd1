import type { FastifyInstance } from 'fastify'
import { createBaseApp } from '../apis/base-app.ts'
import type { ResolvedOptions } from '../options.ts'
import type { AdminOptions } from './admin-options.ts'
import { adminRoutes } from './admin-routes.ts'

/** Builds the admin API as an app of its own, to which requests are passed on. */
export async function createAdminApp (prefix: string, options: AdminOptions, limits: Pick<ResolvedOptions, 'bodyLimit' | 'log'>): Promise<FastifyInstance> {
  const app = createBaseApp(limits)
  app.register(adminRoutes, { prefix, ...options })
  await app.ready()
  return app
}
