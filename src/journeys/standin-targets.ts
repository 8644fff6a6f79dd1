import type { Contract } from '../contract/contract.ts'
import { createStandin } from '../server.ts'
import type { StandinOptions } from '../standin-options.ts'
import { startCallbackReceiver } from './callback-receiver.ts'
import { StandinTarget } from './standin-target.ts'
import type { Targets, WorldSetup } from './target.ts'

/** The worlds of a stand-in within this process, without a port. */
export interface StandinTargets extends Targets {
  /** The contracts that it serves. */
  readonly contracts: readonly Contract[]
  open (setup: WorldSetup): Promise<StandinTarget>
}

/** Starts a stand-in whose worlds are targets. Rejects as `createStandin` does. */
export async function createStandinTargets (options: StandinOptions): Promise<StandinTargets> {
  const app = await createStandin({ log: 'silent', ...options, clock: 'frozen' })
  await app.ready()
  const targets = new Map<string, StandinTarget>()
  const receiver = await startCallbackReceiver({ now: world => targets.get(world)?.now() ?? 0 })
  let opened = 0
  return {
    contracts: app.contracts,
    open: async setup => {
      opened++
      const target = new StandinTarget({ app, receiver, world: `journey-${opened}`, adminToken: options.adminToken })
      targets.set(target.world, target)
      await target.setUp(setup)
      return target
    },
    close: async () => {
      await receiver.close()
      await app.close()
    }
  }
}
