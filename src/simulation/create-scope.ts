import type { World } from '../worlds/world.ts'
import type { RowFiles } from './rows.ts'
import type { RequestFacts, Scope } from './scope.ts'
import type { ApiSimulation } from './simulation.ts'

/** The scope in which all templates of one request are filled in. */
export function createScope (request: RequestFacts, world: World, { limits, rowFiles }: Pick<ApiSimulation, 'limits'> & { rowFiles: RowFiles }): Scope {
  return { world, now: world.clock.now(), request, limits, rowFiles }
}
