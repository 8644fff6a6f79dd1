import type { FastifyInstance } from 'fastify'
import { actedWorld } from '../apis/acted-world.ts'
import type { Keeper } from '../storage/keeper.ts'

/** Sends replies once all that their requests have changed is saved. One that cannot be saved is refused instead. */
export function replyWhenSaved (app: FastifyInstance, keeper: Keeper): void {
  app.addHook('onSend', async (request, reply) => {
    const world = reply.statusCode >= 400 ? undefined : actedWorld(request)
    if (world !== undefined) await keeper.settled(world.name)
  })
}
