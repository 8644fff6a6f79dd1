import { listDeclaredCallbacks } from '../callbacks/declared-callbacks.ts'
import type { Callbacks } from '../callbacks/callbacks.ts'
import type { RowFiles } from '../simulation/rows.ts'
import type { World } from '../worlds/world.ts'
import type { Worlds } from '../worlds/worlds.ts'
import { checkDump } from './check-dump.ts'
import type { DumpContext } from './check-dump.ts'
import type { Dump } from './dump.ts'
import { toCallbacksSnapshot, toSnapshot } from './from-dump.ts'
import { fromPlainData } from './plain-data.ts'

export interface LoadContext extends DumpContext {
  readonly rowFiles: RowFiles
  readonly worlds: Worlds
  callbacksOf (world: World): Callbacks
}

/**
 * Puts a world that goes on as a dump has it in the place of any with a name. Throws `InvalidDump` with every
 * violation, or `ResourcesFull`; then nothing is replaced.
 */
export function loadDump (value: unknown, name: string, context: LoadContext): World {
  const stubs = checkDump(value, context)
  // A cast: its form has been validated, and only bytes have another.
  const dump = fromPlainData(value) as Dump
  const operations = new Map(context.contracts.flatMap(({ operations }) => operations).map(own => [own.id, own]))
  const snapshot = toSnapshot(dump, stubs, operations)
  const callbacks = toCallbacksSnapshot(dump, operations)
  const declared = listDeclaredCallbacks(context.simulations, context.rowFiles)
  return context.worlds.replace(name, { seedText: dump.seed, locale: dump.locale }, world => {
    world.store.restore(snapshot)
    context.callbacksOf(world).restore(callbacks, declared)
  })
}
