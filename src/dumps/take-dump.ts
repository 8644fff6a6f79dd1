import type { TriggerSnapshot } from '../callbacks/callbacks-snapshot.ts'
import type { Callbacks } from '../callbacks/callbacks.ts'
import type { Contract } from '../contract/contract.ts'
import { isObject } from '../documents/is-object.ts'
import { isFileContent } from '../messages/is-file-content.ts'
import { bodyValue } from '../messages/raw-body.ts'
import type { Stub } from '../scenarios/stub.ts'
import { formatInstant } from '../worlds/clock.ts'
import type { Exchange } from '../worlds/exchange.ts'
import type { Snapshot, SnapshotResource } from '../worlds/snapshot.ts'
import type { World } from '../worlds/world.ts'
import { documentDigests } from './document-digests.ts'
import { DUMP_FORMAT, DUMP_VERSION } from './dump.ts'
import type { Dump, DumpedExchange, DumpedResource, DumpedTrigger } from './dump.ts'
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
    stubs: dumpStubs(snapshot.stubs),
    scenarios: snapshot.scenarios.map(({ document, name }) => ({ name, document })),
    runningScenarios: snapshot.runningScenarios,
    answers: snapshot.answers.map(([key, answer]) => ({ key, answer: dumpAnswer(answer) })).filter(isKept),
    callbacks: snapshot.deliveries,
    waiting: waiting.map(({ delivery, trigger }) => ({ delivery, trigger: trigger && dumpTrigger(trigger) })),
    resting: resting.map(({ trigger, url }) => ({ url, trigger: dumpTrigger(trigger) })),
    ...journal && { requests: snapshot.exchanges.map(dumpExchange) }
  }
  // A cast: only bytes have another form.
  return toPlainData(dump) as Dump
}

function dumpResource ({ isCreated, resource }: SnapshotResource): DumpedResource {
  return { ...resource, createdByRequest: isCreated }
}

function dumpStubs (stubs: Snapshot['stubs']): Dump['stubs'] {
  // A cast: the store holds only what the parser made.
  return (stubs as readonly Stub[]).map(({ called, drawn, given, id, used }) => ({ id, given, used, called, drawn }))
}

/**
 * Returns a remembered answer without what only this process knows; `undefined` for a body that is made as it is sent.
 */
function dumpAnswer (answer: unknown): unknown {
  if (!isObject(answer) || !isObject(answer.response)) return answer
  const { awaited, validatedAs, ...response } = answer.response
  return isFileContent(response.body) ? undefined : { ...answer, response }
}

function isKept ({ answer }: { readonly answer: unknown }): boolean {
  return answer !== undefined
}

function dumpTrigger ({ request: facts, ...trigger }: TriggerSnapshot): DumpedTrigger {
  const { credentials, operation, receivedAt, ...request } = facts
  return { ...trigger, request: { ...request, operation: operation?.id } }
}

function dumpExchange ({ credentials, ...exchange }: Exchange): DumpedExchange {
  const responseBody = isFileContent(exchange.responseBody) ? undefined : bodyValue(exchange.responseBody)
  return { ...exchange, requestBody: bodyValue(exchange.requestBody), responseBody }
}
