import type { Callbacks } from '../callbacks/callbacks.ts'
import type { Contract } from '../contract/contract.ts'
import { formatInstant } from '../worlds/clock.ts'
import type { World } from '../worlds/world.ts'
import { documentDigests } from './document-digests.ts'
import { DUMP_FORMAT, DUMP_VERSION } from './dump.ts'
import type { Dump } from './dump.ts'
import { dumpAnswer, dumpExchange, dumpResource, dumpResting, dumpStub, dumpWaiting } from './dumped-parts.ts'
import { toPlainData } from './plain-data.ts'

export interface DumpOptions {
  readonly contracts: readonly Contract[]
  /** The version of the server. */
  readonly version: string
  readonly callbacks: Callbacks
  /** Whether the journal is dumped, too. */
  readonly journal: boolean
}

/** Returns all state of a world, as a value that JSON can carry. Nothing in it is masked. */
export function takeDump (world: World, { callbacks, contracts, journal, version }: DumpOptions): Dump {
  const snapshot = world.store.snapshot()
  const { resting, waiting } = callbacks.snapshot()
  const dump: Dump = {
    format: DUMP_FORMAT,
    version: DUMP_VERSION,
    standin: version,
    documents: documentDigests(contracts),
    world: world.name,
    seed: world.seedText,
    locale: world.locale,
    clock: { mode: snapshot.clockMode, now: formatInstant(snapshot.now) },
    random: snapshot.random,
    settings: snapshot.settings,
    counters: Object.fromEntries(snapshot.counters),
    resources: snapshot.resources.items.map(dumpResource),
    absent: snapshot.resources.absent,
    latestResource: snapshot.resources.latest,
    limits: Object.fromEntries(snapshot.limits),
    stubs: snapshot.stubs.map(dumpStub),
    scenarios: snapshot.scenarios.map(({ document, name }) => ({ name, document })),
    runningScenarios: snapshot.runningScenarios,
    answers: snapshot.answers.map(([key, answer]) => ({ key, answer: dumpAnswer(answer) })).filter(isKept),
    callbacks: snapshot.deliveries,
    waiting: waiting.map(dumpWaiting),
    resting: resting.map(dumpResting),
    ...journal && { requests: snapshot.exchanges.map(dumpExchange) }
  }
  // A cast: only bytes have another form.
  return toPlainData(dump) as Dump
}

function isKept ({ answer }: { readonly answer: unknown }): boolean {
  return answer !== undefined
}
