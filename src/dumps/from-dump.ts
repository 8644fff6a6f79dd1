import type { CallbacksSnapshot, TriggerSnapshot } from '../callbacks/callbacks-snapshot.ts'
import type { Operation } from '../contract/contract.ts'
import type { Stub } from '../scenarios/stub.ts'
import { parseInstant, stopwatch } from '../worlds/clock.ts'
import type { Exchange } from '../worlds/exchange.ts'
import type { Snapshot } from '../worlds/snapshot.ts'
import type { Dump, DumpedTrigger } from './dump.ts'

/** The operations that are served, by id. */
export type Operations = ReadonlyMap<string, Operation>

/** Returns the state of the store that a dump has, with its stubs, which have been parsed. */
export function toSnapshot (dump: Dump, stubs: readonly Stub[], operations: Operations): Snapshot {
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

/** Returns what the callbacks of a dumped world wait for. */
export function toCallbacksSnapshot ({ resting, waiting }: Dump, operations: Operations): CallbacksSnapshot {
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
