import type { ApiState, Definitions } from './apis/api.ts'
import { Callbacks } from './callbacks/callbacks.ts'
import { readAuthorities } from './callbacks/read-authorities.ts'
import { Coverage } from './coverage/coverage.ts'
import { DriftCount } from './drift/drift-count.ts'
import type { PathMatching } from './contract/path-matching.ts'
import type { ResolvedOptions } from './options.ts'
import type { Metrics } from './metrics/metrics.ts'
import type { Keeper } from './storage/keeper.ts'
import { readVersion } from './version.ts'
import { byWorld } from './worlds/by-world.ts'
import { Memory } from './worlds/memory.ts'
import { Worlds } from './worlds/worlds.ts'

type WorldsOption =
  'clock' | 'locale' | 'maxExchanges' | 'maxMemory' | 'maxResources' | 'maxWorlds' | 'seed' | 'startsAt'
type CallbackOption = 'callbackCa' | 'callbackHosts' | 'callbackInsecure'
type StorageOption = 'data' | 'store' | 'storeLease'
type KeptOption = StorageOption | 'coverage' | 'metrics'
type StateOptions = Pick<ResolvedOptions, CallbackOption | KeptOption | WorldsOption | keyof PathMatching>

/**
 * Creates the state that the APIs and the admin API act on, in memory or kept beyond the process, as options say.
 * Rejects with `InvalidCertificate` or `InvalidStorage`.
 */
export async function createKeptState (definitions: Definitions, options: StateOptions): Promise<ApiState> {
  const state = createState(definitions, options)
  const isKept = options.data !== undefined || options.store !== undefined
  const keeper = isKept ? await createKeeper(state, options) : undefined
  const metrics = options.metrics ? await createMetrics(state.worlds, keeper) : undefined
  return { ...state, keeper, metrics }
}

/** Creates the state that the APIs and the admin API act on, in memory. Throws `InvalidCertificate`. */
export function createState ({ simulations }: Definitions, options: StateOptions): ApiState {
  const worlds = new Worlds({
    seed: options.seed,
    locale: options.locale,
    startsAt: options.startsAt,
    clockMode: options.clock,
    indexes: [...simulations.values()].flatMap(({ indexes }) => indexes),
    maxResources: options.maxResources,
    maxExchanges: options.maxExchanges,
    maxWorlds: options.maxWorlds,
    paths: options,
    memory: new Memory(options.maxMemory)
  })
  const { callbackCa, callbackHosts: allowedHosts, callbackInsecure: isInsecure } = options
  const trust = { isInsecure, ca: callbackCa === undefined ? undefined : readAuthorities(callbackCa) }
  return {
    worlds,
    callbacksOf: byWorld(world => new Callbacks(world, { allowedHosts, trust })),
    coverage: options.coverage ? new Coverage({ worlds: () => worlds.list() }) : undefined,
    drift: new DriftCount()
  }
}

/** Creates the keeper of worlds, where they are kept. Its code is loaded only for this. */
async function createKeeper (
  state: Pick<ApiState, 'callbacksOf' | 'worlds'>,
  options: Pick<ResolvedOptions, StorageOption>
): Promise<Keeper | undefined> {
  const { openStorage } = await import('./storage/open-storage.ts')
  const storage = await openStorage(options)
  if (storage === undefined) return undefined
  const { Keeper } = await import('./storage/keeper.ts')
  return new Keeper({ ...state, storage })
}

/** Creates the metrics of a server. Their code is loaded only for this. */
async function createMetrics (worlds: Worlds, keeper: Keeper | undefined): Promise<Metrics> {
  const { Metrics } = await import('./metrics/metrics.ts')
  const isStorageUp = keeper && (() => keeper.failure === undefined)
  const metrics = new Metrics({ worlds, isStorageUp, version: readVersion() })
  keeper?.observe(metrics.storage)
  return metrics
}
