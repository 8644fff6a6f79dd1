import type { FastifyInstance, FastifyRequest, onRequestAsyncHookHandler } from 'fastify'
import type { ApiState, Definitions } from '../apis/api.ts'
import type { PassToOwner } from '../apis/open-worlds.ts'
import type { ServedOperation } from '../apis/served-route.ts'
import { worldNameOf } from '../apis/world-name-of.ts'
import type { Certificate } from '../tls/load-certificate.ts'
import type { World } from '../worlds/world.ts'
import type { ReadScenarios } from '../scenarios/prepare-scenarios.ts'

/** The definitions and the state that the admin API shows and changes. */
export interface AdminOptions extends Definitions, ApiState {
  /** The operations, with every path at which they are served. */
  readonly served: readonly ServedOperation[]
  /** Returns the scenarios of files, which have been validated. */
  readonly scenarios: ReadScenarios
  readonly version: string
  /** Asks the other servers that share the worlds; `undefined` where there can be none. */
  readonly askReplicas?: PassToOwner['ask'] | undefined
  /** Creates an app that serves the same definitions with a state of its own, and sends no callback. */
  readonly createTwin: () => Promise<FastifyInstance>
  /** Keeps pages of other origins from the admin API. */
  readonly guard: onRequestAsyncHookHandler
  /** The certificate of the server, where it speaks TLS. */
  readonly certificate?: Certificate | undefined
  /** The token of the admin API; without one, every client may use it. */
  readonly adminToken: string | undefined
}

/**
 * Returns the world that a request names. A request that only reads creates none. Throws `InvalidWorldName` or
 * `WorldAmbiguous`.
 */
export function worldOf (request: FastifyRequest, { worlds }: AdminOptions): World {
  const name = worldNameOf(request)
  return request.method === 'GET' || request.method === 'HEAD' ? worlds.read(name) : worlds.get(name)
}
