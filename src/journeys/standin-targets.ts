import type { Contract } from '../contract/contract.ts'
import type { Coverage } from '../coverage/coverage.ts'
import { loadDefinitions } from '../load-definitions.ts'
import { withDefaults } from '../options.ts'
import { createApp, withCertificate } from '../server.ts'
import type { StandinOptions } from '../standin-options.ts'
import { createState } from '../state.ts'
import { startCallbackReceiver } from './callback-receiver.ts'
import { StandinTarget } from './standin-target.ts'
import type { Targets, WorldSetup } from './target.ts'

/** The worlds of a stand-in within this process, without a port. */
export interface StandinTargets extends Targets {
  /** The contracts that it serves. */
  readonly contracts: readonly Contract[]
  /** What was touched in its worlds; `undefined` where that is not counted. */
  readonly coverage: Coverage | undefined
  open (setup: WorldSetup): Promise<StandinTarget>
}

/** Starts a stand-in whose worlds are targets. Rejects as `createStandin` does. */
export async function createStandinTargets (options: StandinOptions): Promise<StandinTargets> {
  // Examples in documents name hosts of others, to which no callback may go.
  const callbackHosts = options.callbackHosts ?? ['127.0.0.1']
  const resolved = await withCertificate(withDefaults({ log: 'silent', ...options, callbackHosts, clock: 'frozen' }))
  const definitions = await loadDefinitions(resolved)
  const state = createState(definitions, resolved)
  const app = await createApp(definitions, state, resolved)
  await app.ready()
  const targets = new Map<string, StandinTarget>()
  const receiver = await startCallbackReceiver({ now: world => targets.get(world)?.now() ?? 0 })
  let opened = 0
  return {
    contracts: app.contracts,
    coverage: state.coverage,
    open: async setup => {
      opened++
      const world = state.worlds.get(`journey-${opened}`)
      const target = new StandinTarget({ app, receiver, world, adminToken: options.adminToken })
      targets.set(world.name, target)
      await target.setUp(setup)
      return target
    },
    close: async () => {
      await receiver.close()
      await app.close()
    }
  }
}
