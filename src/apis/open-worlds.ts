import type { FastifyInstance } from 'fastify'
import type { Keeper } from '../storage/keeper.ts'
import { isWorldName } from '../worlds/worlds.ts'
import { worldNameOf } from './world-name-of.ts'

/** Matches what a server answers of itself, whatever becomes of its worlds. */
const OF_SERVER = /^\/__admin\/(?:health|ready|metrics)(?:$|\?)/

/** Has the world of each request opened before it is handled, where worlds are kept beyond the process. */
export function openWorlds (app: FastifyInstance, keeper: Keeper): void {
  app.addHook('onRequest', (request, reply, done) => {
    const name = OF_SERVER.test(request.url) ? undefined : tryWorldName(request)
    if (name === undefined) return done()
    reply.raw.once('close', keeper.hold(name))
    const opening = keeper.open(name)
    if (opening === undefined) done()
    else opening.then(() => done(), done)
  })
}

/** Returns the world that a request names; `undefined` where there can be none: its handler refuses it. */
function tryWorldName (request: Parameters<typeof worldNameOf>[0]): string | undefined {
  try {
    const name = worldNameOf(request)
    return isWorldName(name) ? name : undefined
  } catch {
    return undefined
  }
}
