import type { ApiState, Definitions } from '../apis/api.ts'
import { createMigration } from '../migration/migrate-world.ts'
import type { Dropped } from '../migration/migrate-world.ts'

/**
 * Moves the state of all worlds to other definitions, and returns what was dropped because it no longer
 * belongs to anything.
 */
export function migrateState ({ callbacksOf, keeper, worlds }: ApiState, definitions: Definitions): Dropped[] {
  worlds.reindex([...definitions.simulations.values()].flatMap(({ indexes }) => indexes))
  const migrate = createMigration(definitions)
  const dropped = worlds.listAll().flatMap(world => migrate(world, callbacksOf(world)))
  keeper?.migrated()
  return dropped
}
