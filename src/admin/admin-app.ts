import type { FastifyInstance } from 'fastify'
import { createBaseApp } from '../apis/base-app.ts'
import type { BaseAppOptions } from '../apis/base-app.ts'
import type { AdminOptions } from './admin-options.ts'
import { adminRoutes } from './admin-routes.ts'

/** Creates the admin API as an app of its own, to which requests are forwarded. */
export async function createAdminApp (
  prefix: string,
  options: AdminOptions,
  baseOptions: BaseAppOptions
): Promise<FastifyInstance> {
  const app = createBaseApp(baseOptions)
  app.register(adminRoutes, { prefix, ...options })
  await app.ready()
  return app
}
