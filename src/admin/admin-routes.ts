import type { FastifyInstance, FastifyPluginAsync, RouteOptions } from 'fastify'
import { exactJson } from '../exact-json.ts'
import type { AdminOptions } from './admin-options.ts'
import { authorityRoutes } from './authority-routes.ts'
import { callbackRoutes } from './callback-routes.ts'
import { clockRoutes } from './clock-routes.ts'
import { addComponents } from './add-components.ts'
import { compressReplies } from './compress-replies.ts'
import { coverageRoutes } from './coverage-routes.ts'
import { contractRoutes } from './contract-routes.ts'
import { documentationRoutes, lazyDocument } from './documentation-routes.ts'
import type { AdminDocument } from './documentation-routes.ts'
import { pactRoutes } from './pact-routes.ts'
import { pageRoutes } from './page-routes.ts'
import { driftRoutes } from './drift-routes.ts'
import { dumpRoutes } from './dump-routes.ts'
import { eventRoutes } from './event-routes.ts'
import { harRoutes } from './har-routes.ts'
import { requireToken } from './require-token.ts'
import { healthRoutes } from './health-routes.ts'
import { metricsRoutes } from './metrics-routes.ts'
import { operationRoutes } from './operation-routes.ts'
import { readJsonBodies } from './read-json-bodies.ts'
import { replyWhenSaved } from './reply-when-saved.ts'
import { replyWithProblems } from './reply-with-problems.ts'
import { createRequestCheck } from './request-check.ts'
import { requestRoutes } from './request-routes.ts'
import { resourceRoutes } from './resource-routes.ts'
import { scenarioRoutes } from './scenario-routes.ts'
import { schemaRoutes } from './schema-routes.ts'
import { settingsRoutes } from './settings-routes.ts'
import { stubRoutes } from './stub-routes.ts'
import { timelineRoutes } from './timeline-routes.ts'
import { refuseUnknownPaths } from './refuse-unknown-paths.ts'
import { verificationRoutes } from './verification-routes.ts'
import { whyRoutes } from './why-routes.ts'
import { worldRoutes } from './world-routes.ts'

/** The admin API. Its operations act on the world that the request names. */
export const adminRoutes: FastifyPluginAsync<AdminOptions> = async (app, options) => {
  const document = lazyDocument(app.prefix, options, described =>
    registerRoutes(described, options, NOT_SERVED)
  )
  registerRoutes(app, options, document)
}

/** The document while routes are registered only to be described: it is never requested. */
const NOT_SERVED: AdminDocument = async () => ({})

function registerRoutes (
  app: FastifyInstance,
  options: AdminOptions,
  document: AdminDocument
): void {
  const routes: RouteOptions[] = []
  app.addHook('onRoute', route => {
    routes.push(route)
  })
  app.addHook('onRequest', options.guard)
  addComponents(app)
  app.setValidatorCompiler(createRequestCheck())
  // A serializer compiled from a schema would silently drop unknown members.
  app.setSerializerCompiler(() => exactJson.stringify)
  readJsonBodies(app)
  // What cannot be saved is refused before anything of the reply is compressed.
  if (options.keeper !== undefined) replyWhenSaved(app, options.keeper)
  compressReplies(app)
  replyWithProblems(app)

  // The routes inherit the prefix; with it in the options they would have it twice.
  const nouns = { ...options, prefix: '' }
  app.register(healthRoutes, nouns)
  app.register(authorityRoutes, nouns)
  app.register(async guarded => {
    if (options.adminToken !== undefined) {
      guarded.addHook('onRequest', requireToken(options.adminToken))
    }
    guarded.register(metricsRoutes, nouns)
    guarded.register(worldRoutes, nouns)
    guarded.register(clockRoutes, nouns)
    guarded.register(timelineRoutes, nouns)
    guarded.register(operationRoutes, nouns)
    guarded.register(stubRoutes, nouns)
    guarded.register(scenarioRoutes, nouns)
    guarded.register(resourceRoutes, nouns)
    guarded.register(requestRoutes, nouns)
    guarded.register(whyRoutes, nouns)
    guarded.register(harRoutes, nouns)
    guarded.register(verificationRoutes, nouns)
    guarded.register(callbackRoutes, nouns)
    guarded.register(eventRoutes, nouns)
    guarded.register(dumpRoutes, nouns)
    guarded.register(coverageRoutes, nouns)
    guarded.register(driftRoutes, nouns)
    guarded.register(settingsRoutes, nouns)
    guarded.register(contractRoutes, nouns)
    guarded.register(pactRoutes, nouns)
    refuseUnknownPaths(guarded, routes)
  })
  app.register(schemaRoutes)
  // These pages are the same on every server, and have a place for the token.
  app.register(pageRoutes)
  app.register(documentationRoutes, { document })
}
