import type { FastifyRequest } from 'fastify'
import type { ApiState, Definitions } from '../apis/api.ts'
import type { ServedOperation } from '../apis/served-route.ts'
import { worldNameOf } from '../apis/world-name-of.ts'
import type { World } from '../worlds/world.ts'
import type { ReadScenarios } from '../scenarios/prepare-scenarios.ts'

/** What the admin API shows and changes. */
export interface AdminOptions extends Definitions, ApiState {
  /** Operations, at all paths at which they are served. */
  readonly served: readonly ServedOperation[]
  /** Those of files; all that is in them has been checked. */
  readonly scenarios: ReadScenarios
  readonly version: string
  /** Without one, whoever reaches the server may use the admin API. */
  readonly adminToken: string | undefined
}

/** The world that a request names. Throws `InvalidWorldName` or `WorldAmbiguous`. */
export function worldOf (request: FastifyRequest, { worlds }: AdminOptions): World {
  return worlds.get(worldNameOf(request))
}
