import type { Operation } from '../contract/contract.ts'
import type { When } from '../scenarios/when.ts'
import type { RequestParts } from '../messages/request-parts.ts'
import type { JournalItem } from '../worlds/exchange.ts'
import { nearestExchange } from './nearest-exchange.ts'
import type { NearExchange } from './nearest-exchange.ts'
import { partsOf } from './member-filter.ts'

/** A request that should have come. */
export interface ExpectedRequest {
  readonly operation: Operation
  readonly when: When
  readonly matches: (request: RequestParts) => boolean
}

/** The number of matching requests, and the sequence of requests that follows the first. */
export interface Expectation extends ExpectedRequest {
  readonly count: Count
  readonly sequence: readonly ExpectedRequest[]
  /** How long to wait for the requests, in real milliseconds. */
  readonly waitMs: number
  /** The likely mistakes in it. */
  readonly warnings: readonly string[]
}

/** The number of requests that should have come; at least one by default. */
export interface Count {
  readonly atLeast?: number
  readonly atMost?: number
  readonly exactly?: number
}

/** The result of a verification. */
export interface Verdict {
  readonly ok: boolean
  /** The matching exchanges, without those of the sequence. */
  readonly matching: readonly JournalItem[]
  /** The problem, as a sentence. */
  readonly problem?: string
  readonly nearest?: NearExchange
}

/** Compares the exchanges of a journal, oldest first, with an expectation. A request counts once it came. */
export function verify (exchanges: readonly JournalItem[], expectation: Expectation): Verdict {
  const matching = exchanges.filter(exchange => isExpected(exchange, expectation))
  const { atLeast, atMost } = boundsOf(expectation.count)
  if (matching.length < atLeast || matching.length > atMost) {
    const others = exchanges.filter(exchange => !matching.includes(exchange))
    const isMissing = matching.length < atLeast
    return {
      ok: false,
      matching,
      problem: countProblem(expectation, matching.length),
      nearest: isMissing ? nearestExchange(others, expectation) : undefined
    }
  }
  return { matching, ...verifySequence(exchanges, matching[0], expectation) }
}

/** Finds each step after the previous one; other requests may come between. */
function verifySequence (
  exchanges: readonly JournalItem[],
  first: JournalItem | undefined,
  { operation, sequence }: Expectation
): Omit<Verdict, 'matching'> {
  let before = first
  let name = operation.id
  for (const step of sequence) {
    const from = before === undefined ? 0 : exchanges.indexOf(before) + 1
    const found = exchanges.find((exchange, index) => index >= from && isExpected(exchange, step))
    if (found === undefined) {
      const after = before === undefined ? '' : ` after ${name} (request ${before.id})`
      const problem = `No matching request of ${step.operation.id} came${after}`
      return {
        ok: false,
        problem,
        nearest: tooEarly(exchanges, before, step) ?? nearestExchange(exchanges.slice(from), step)
      }
    }
    before = found
    name = step.operation.id
  }
  return { ok: true }
}

function isExpected (exchange: JournalItem, { matches, operation }: ExpectedRequest): boolean {
  return exchange.operation === operation.id && matches(partsOf(exchange))
}

/** Returns an exchange that matches a step but came too early. */
function tooEarly (
  exchanges: readonly JournalItem[],
  before: JournalItem | undefined,
  step: ExpectedRequest
): NearExchange | undefined {
  const exchange = exchanges.findLast(exchange => isExpected(exchange, step))
  if (exchange === undefined || before === undefined) return undefined
  return {
    exchange,
    differences: [
      { where: 'order', expected: `after request ${before.id}`, actual: `request ${exchange.id}` }
    ]
  }
}

function countProblem ({ count, operation, when }: Expectation, came: number): string {
  const verb = Object.keys(when).length === 0 ? 'came' : 'matched'
  return `Expected ${operation.id} ${countText(count)}, but it ${verb} ${times(came)}`
}

/** Returns the least and the most requests that a count allows. */
export function boundsOf ({ atLeast, atMost, exactly }: Count): { atLeast: number, atMost: number } {
  if (exactly !== undefined) return { atLeast: exactly, atMost: exactly }
  return { atLeast: atLeast ?? (atMost === undefined ? 1 : 0), atMost: atMost ?? Infinity }
}

function countText ({ atLeast, atMost, exactly }: Count): string {
  if (exactly !== undefined) return `exactly ${times(exactly)}`
  const bounds: string[] = []
  if (atLeast !== undefined) bounds.push(`at least ${times(atLeast)}`)
  if (atMost !== undefined) bounds.push(`at most ${times(atMost)}`)
  return bounds.join(' and ') || 'at least once'
}

function times (count: number): string {
  return count === 1 ? 'once' : `${count} times`
}
