import { listDeclaredCallbacks } from '../callbacks/declared-callbacks.ts'
import type { Callbacks } from '../callbacks/callbacks.ts'
import type { CallbacksSnapshot, TriggerSnapshot } from '../callbacks/callbacks-snapshot.ts'
import type { Operation } from '../contract/contract.ts'
import type { RowFiles } from '../simulation/rows.ts'
import type { Stub } from '../scenarios/stub.ts'
import { parseInstant, stopwatch } from '../worlds/clock.ts'
import type { Exchange } from '../worlds/exchange.ts'
import type { Snapshot } from '../worlds/snapshot.ts'
import type { World } from '../worlds/world.ts'
import type { Worlds } from '../worlds/worlds.ts'
import { checkDump } from './check-dump.ts'
import type { DumpContext } from './check-dump.ts'
import type { Dump, DumpedTrigger } from './dump.ts'
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

type Operations = ReadonlyMap<string, Operation>

function toSnapshot (dump: Dump, stubs: readonly Stub[], operations: Operations): Snapshot {
  const { absent, answers, callbacks, clock, counters, latestResource, limits, requests = [], resources } = dump
  return {
    now: parseInstant(clock.now) ?? 0,
    clockMode: clock.mode,
    random: dump.random,
    settings: dump.settings,
    counters: Object.entries(counters),
    resources: {
      items: resources.map(({ createdByRequest, ...resource }) => ({ resource, isCreated: createdByRequest })),
      absent,
      latest: latestResource
    },
    limits: Object.entries(limits),
    stubs,
    scenarios: dump.scenarios.map(scenario => ({ ...scenario, file: undefined })),
    runningScenarios: dump.runningScenarios,
    answers: answers.map(({ answer, key }) => [key, answer] as const),
    deliveries: callbacks,
    exchanges: requests.map((request): Exchange => {
      return { ...request, credentials: operations.get(request.operation ?? '')?.credentials }
    })
  }
}

function toCallbacksSnapshot ({ resting, waiting }: Dump, operations: Operations): CallbacksSnapshot {
  const toTrigger = ({ request, ...trigger }: DumpedTrigger): TriggerSnapshot => {
    const { operation: id, ...facts } = request
    const operation = id === undefined ? undefined : operations.get(id)
    const received = { ...facts, body: facts.body, receivedAt: stopwatch() }
    return { ...trigger, request: operation === undefined ? received : { ...received, operation } }
  }
  return {
    waiting: waiting.map(({ delivery, trigger }) => ({ delivery, trigger: trigger && toTrigger(trigger) })),
    resting: resting.map(({ trigger, url }) => ({ url, trigger: toTrigger(trigger) }))
  }
}
