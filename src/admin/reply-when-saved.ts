import type { FastifyInstance, FastifyRequest } from 'fastify'
import { actedWorld } from '../apis/acted-world.ts'
import type { Keeper } from '../storage/keeper.ts'
import type { Recording } from '../worlds/recording.ts'

/** Sends replies once all that their requests have changed is saved. One that cannot be saved is refused instead. */
export function replyWhenSaved (app: FastifyInstance, keeper: Keeper): void {
  const recordings = new WeakMap<FastifyRequest, Recording>()
  app.addHook('onRequest', async request => {
    const world = actedWorld(request)
    const recording = world && keeper.recordingOf(world.name)
    if (recording !== undefined) recordings.set(request, recording)
  })
  app.addHook('onSend', async (request, reply) => {
    const world = reply.statusCode >= 400 ? undefined : actedWorld(request)
    if (world === undefined) return
    // The world may have been given up meanwhile.
    await recordings.get(request)?.saved()
    await keeper.settled(world.name)
  })
}
