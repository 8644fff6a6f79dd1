import type { Operation } from '../contract/contract.ts'
import type { SourceName } from '../messages/message.ts'
import type { Stub } from '../scenarios/stub.ts'
import type { JournalItem } from '../worlds/exchange.ts'
import { explainSources } from './explain-sources.ts'
import type { SourceContext } from './explain-sources.ts'
import type { ExplainedOperation, ExplainedStub, Explanation } from './explanation.ts'
import { listNearStubs } from './near-stubs.ts'
import type { NearStub } from './near-stubs.ts'
import { pathOf } from './nearest-exchange.ts'
import { nearestOperations } from './nearest-operations.ts'

/** What is known where an answer is explained: the definitions and the stubs as they are now. */
export interface ExplanationContext extends SourceContext {
  /** The stubs of the world, the latest first. */
  readonly stubs: readonly Stub[]
  /** The operations that are served, and the routes of stubs. */
  readonly lines: ReadonlyArray<Pick<Operation, 'id' | 'method' | 'path'>>
}

/** The most stubs that are listed. */
const LISTED_STUBS = 10

/**
 * Explains why a request got its answer: what became of each source, and how the nearest stubs and operations differ.
 * It is worked out from what is there now, and says so where that may have changed since.
 */
export function explainAnswer (exchange: JournalItem, world: string, context: ExplanationContext): Explanation {
  const { id, operation, source } = exchange
  const near = listNearStubs(exchange, context.stubs)
  return {
    id,
    world,
    operation: operation ?? null,
    source: source ?? null,
    summary: summaryOf(exchange),
    sources: explainSources(exchange, near, context),
    stubs: near.slice(0, LISTED_STUBS).map(explainStub),
    operations: operation === undefined ? listOperations(exchange, context) : [],
    notes: listNotes(exchange, near)
  }
}

function summaryOf (exchange: JournalItem): string {
  const { example, operation, source, stub } = exchange
  if (operation === undefined) {
    return `The request matches no operation${source === 'proxy' ? ', and the service answered' : ''}.`
  }
  if (source === undefined) return 'The response is still due, and no source has answered yet.'
  const wait = exchange.status === undefined ? ', and the response waits' : ''
  if (source === 'refusal') return `The request was refused${whyRefused(exchange)}.`
  if (source === 'stub') return `The stub ${stub} answered${wait}.`
  const changed = stub === undefined ? '' : ` as the stub ${stub} has it`
  return `${SUBJECTS[source] ?? source}${example === undefined ? '' : ` "${example}"`} answered${changed}${wait}.`
}

const SUBJECTS: Readonly<Partial<Record<SourceName, string>>> = {
  module: 'The handler of the module',
  simulation: 'The simulation',
  fixture: 'The fixture',
  example: 'The example',
  generated: 'A value generated from the schema',
  proxy: 'The service'
}

function whyRefused (exchange: JournalItem): string {
  const [violation] = exchange.requestViolations
  if (violation !== undefined) return `: ${violation.message}`
  switch (exchange.status) {
    case 401:
    case 403: return ': its credentials are missing, or are not accepted'
    case 406: return ': no response is of a media type that it accepts'
    case 429: return ': it exceeds a limit'
    case 502:
    case 504:
    case 508: return ': the service did not answer'
    default: return ' before any source was asked'
  }
}

function explainStub ({ differences, outcome, stub, why }: NearStub): ExplainedStub {
  return { id: stub.id, operation: stub.operation, outcome, why: why ?? null, differences }
}

function listOperations (exchange: JournalItem, { lines }: ExplanationContext): ExplainedOperation[] {
  const near = nearestOperations(exchange.method, pathOf(exchange), lines)
  return near.map(({ operation: { id, method, path }, why }) => ({ operation: id, method, path, why: why.join('; ') }))
}

const AS_THEY_ARE = 'Stubs are compared as they are now: others may have been there when the request came.'

function listNotes (exchange: JournalItem, near: readonly NearStub[]): string[] {
  const notes: string[] = []
  const { stub } = exchange
  const isThere = near.some(({ outcome }) => outcome === 'answered')
  if (stub !== undefined && !isThere) notes.push(`The stub ${stub} was deleted since.`)
  if (near.length > 0) notes.push(AS_THEY_ARE)
  if (near.length > LISTED_STUBS) notes.push(`Only the ${LISTED_STUBS} nearest of ${near.length} stubs are listed.`)
  return notes
}
