import type { Stub } from '../scenarios/stub.ts'
import type { JournalItem } from '../worlds/exchange.ts'
import type { Difference } from './difference.ts'
import type { SourceOutcome } from './explanation.ts'
import { partsOf } from './member-filter.ts'
import { isRefusedFirst } from './source-order.ts'
import { whenDifferences } from './when-differences.ts'

/** A stub that could have answered a request by its operation, compared as it is now. */
export interface NearStub {
  readonly stub: Stub
  /** `answered` for the one that answered the request, or changed the simulation for it. */
  readonly outcome: SourceOutcome
  /** The places at which the request does not match it. */
  readonly differences: readonly Difference[]
  /** Why it did not answer, where there is no difference; a clause. */
  readonly why: string | undefined
}

/** The most stubs that are compared with one request, the first that are asked. */
const MOST_STUBS = 100

/** Lists the stubs of the operation of a request: the one that answered, and then the others, the nearest first. */
export function listNearStubs (exchange: JournalItem, stubs: readonly Stub[]): NearStub[] {
  const asked = stubsFor(exchange, stubs).slice(0, MOST_STUBS)
  const answering = asked.findIndex(({ id }) => id === exchange.stub)
  const parts = partsOf(exchange)
  const near = asked.map((stub, index): NearStub => {
    if (index === answering) return { stub, outcome: 'answered', differences: [], why: undefined }
    const differences = whenDifferences(stub.when, parts, exchange.credentials)
    if (differences.length > 0) return { stub, outcome: 'passedOver', differences, why: undefined }
    const isLater = answering !== -1 && index > answering
    if (isLater) return { stub, outcome: 'notAsked', differences, why: 'a stub before it answered' }
    const isRefused = isRefusedFirst(exchange) && !stub.answersRefused
    if (isRefused) return { stub, outcome: 'notAsked', differences, why: 'the request was refused before' }
    return { stub, outcome: 'passedOver', differences, why: whyUnused(stub) }
  })
  return near.sort((a, b) => rankOf(a) - rankOf(b))
}

function rankOf ({ differences, outcome }: NearStub): number {
  return outcome === 'answered' ? -1 : differences.length
}

/** Lists the stubs that are asked for the operation of a request, in their order. */
function stubsFor ({ operation }: JournalItem, stubs: readonly Stub[]): Stub[] {
  if (operation === undefined) return []
  const names = [operation, `${operation.split('.', 1)[0]}.*`, '*']
  // A world lists the latest first, and sorting keeps that order among equals.
  return stubs
    .filter(stub => names.includes(stub.operation))
    .sort((a, b) => (b.priority ?? 0) - (a.priority ?? 0))
}

/** Returns why a stub that matches a request, as far as it can be told later, did not answer it. */
function whyUnused (stub: Stub): string {
  const { called = 0, calls, chance, times, used, when } = stub
  if (times !== undefined && used >= times) return `its ${times === 1 ? 'only use is' : `${times} uses are`} taken`
  if (calls !== undefined) {
    const range = calls.from === calls.to ? `number ${calls.from}` : `from number ${calls.from} ${toText(calls.to)}`
    return `it answers those of the matching requests ${range}, and has counted ${called}`
  }
  if (chance !== undefined) return `it answers a share of ${chance} of the matching requests`
  if (when.resource !== undefined) {
    return `it answers only while the resource is ${[when.resource.status].flat().join(' or ')}`
  }
  return 'it matches now: it was added or changed since'
}

function toText (end: number): string {
  return end === Infinity ? 'on' : `to ${end}`
}
