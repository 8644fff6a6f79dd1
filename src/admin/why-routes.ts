import type { FastifyPluginAsync } from 'fastify'
import { UnknownExchange } from '../errors.ts'
import { explainAnswer } from '../journal/explain-answer.ts'
import type { ExplanationContext } from '../journal/explain-answer.ts'
import { knownRoutes } from '../journal/known-routes.ts'
import { listJournal } from '../journal/list-journal.ts'
import type { Stub } from '../scenarios/stub.ts'
import { operationSettings } from '../worlds/settings.ts'
import type { World } from '../worlds/world.ts'
import { worldOf } from './admin-options.ts'
import type { AdminOptions } from './admin-options.ts'
import { readWhy } from './why-schemas.ts'

/** Why requests got their answers: worked out when it is asked. */
export const whyRoutes: FastifyPluginAsync<AdminOptions> = async (app, options) => {
  app.get<{ Params: { id: string } }>('/requests/:id/why', { schema: readWhy }, async request => {
    const { id } = request.params
    const world = worldOf(request, options)
    const exchange = listJournal(world).find(exchange => exchange.id === id)
    if (exchange === undefined) throw new UnknownExchange(id)
    return explainAnswer(exchange, world.name, contextOf(exchange.operation, world, options))
  })
}

function contextOf (id: string | undefined, world: World, options: AdminOptions): ExplanationContext {
  const { contracts, handlers, served, simulations } = options
  const operation = contracts.flatMap(({ operations }) => operations).find(operation => operation.id === id)
  const settings = operation && operationSettings(world.settings, operation)
  const { code, dynamic, example } = settings ?? {}
  const simulation = operation && simulations.get(operation.api)
  return {
    operation,
    // A cast: the stubs of a world are those that scenarios and the admin API have parsed.
    stubs: world.store.stubs() as readonly Stub[],
    isSimulated: operation !== undefined && simulation?.operations.has(operation.id) === true,
    hasHandler: operation !== undefined && handlers.has(operation.id),
    isPreset: code !== undefined || example !== undefined || dynamic === true,
    lines: [...served, ...knownRoutes(world.store)]
  }
}
