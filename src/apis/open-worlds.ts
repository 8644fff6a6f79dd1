import type { FastifyInstance } from 'fastify'
import { StoredWorldUnreadable } from '../errors.ts'
import type { Keeper } from '../storage/keeper.ts'
import { actedWorld } from './acted-world.ts'

/** Matches what a server answers of itself, whatever becomes of its worlds. */
const OF_SERVER = /^\/__admin\/(?:health|ready|metrics)(?:$|\?)/

/** Has the world of each request opened before it is handled, where worlds are kept beyond the process. */
export function openWorlds (app: FastifyInstance, keeper: Keeper): void {
  app.addHook('onRequest', (request, reply, done) => {
    const world = OF_SERVER.test(request.url) ? undefined : actedWorld(request)
    if (world === undefined) return done()
    reply.raw.once('close', keeper.hold(world.name))
    const opening = keeper.open(world.name)
    if (opening === undefined) return done()
    opening.then(() => done(), (error: Error) => {
      if (world.isDeleted && error instanceof StoredWorldUnreadable) done()
      else done(error)
    })
  })
}
