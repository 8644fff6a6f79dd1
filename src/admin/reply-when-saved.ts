import type { FastifyInstance } from 'fastify'
import { worldNameOf } from '../apis/world-name-of.ts'
import type { Keeper } from '../storage/keeper.ts'

/** Sends replies once all that their requests have changed is saved. One that cannot be saved is refused instead. */
export function replyWhenSaved (app: FastifyInstance, keeper: Keeper): void {
  app.addHook('onSend', async (request, reply) => {
    if (reply.statusCode >= 400) return
    await keeper.settled(worldNameOf(request))
    // A cast: routes without parameters have no names.
    const { name } = request.params as { readonly name?: string }
    if (name !== undefined && request.method === 'DELETE') await keeper.settled(name)
  })
}
