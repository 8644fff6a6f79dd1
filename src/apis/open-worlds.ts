import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { StoredWorldUnreadable } from '../errors.ts'
import type { Keeper } from '../storage/keeper.ts'
import type { ForeignWorld } from '../storage/storage.ts'
import { actedWorld } from './acted-world.ts'

/** Passes requests on to the replicas that use their worlds. */
export interface PassToOwner {
  /** Notes which requests come from other replicas, before anything else is done with them. */
  receive (request: FastifyRequest): void
  /** Passes a request on. Resolves with whether it did: where not, this process is to respond itself. */
  pass (name: string, foreign: ForeignWorld, request: FastifyRequest, reply: FastifyReply): Promise<boolean>
  /**
   * Sends a request of the same method to all other replicas, unless this one came from one of them. Returns the bodies
   * of those that respond.
   */
  ask (request: FastifyRequest, path: string): Promise<readonly string[]>
}

/** Has the world of each request opened before it is handled, where worlds are kept beyond the process. */
export function openWorlds (app: FastifyInstance, keeper: Keeper, replicas?: PassToOwner): void {
  app.addHook('onRequest', (request, reply, done) => {
    replicas?.receive(request)
    const world = actedWorld(request)
    if (world === undefined) return done()
    const { isDeleted, name } = world
    const release = keeper.hold(name)
    reply.raw.once('close', release)
    const opening = keeper.open(name)
    if (opening === undefined) return done()
    const opened = async (): Promise<void> => {
      const foreign = await opening
      if (foreign === undefined || replicas === undefined) return done()
      release()
      if (!await replicas.pass(name, foreign, request, reply)) done()
    }
    opened().catch((error: Error) => {
      if (isDeleted && error instanceof StoredWorldUnreadable) done()
      else done(error)
    })
  })
}
