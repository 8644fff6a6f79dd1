import type { Operation } from '../contract/contract.ts'
import type { When } from '../scenarios/when.ts'
import type { RequestParts } from '../messages/request-parts.ts'
import type { Exchange } from '../worlds/exchange.ts'
import { nearestExchange } from './nearest-exchange.ts'
import type { NearExchange } from './nearest-exchange.ts'
import { partsOf } from './parts-of.ts'

/** A request that should have come. */
export interface ExpectedRequest {
  readonly operation: Operation
  readonly when: When
  readonly matches: (request: RequestParts) => boolean
}

/** What requests should have come: so many of a kind, and after the first of them others, in this order. */
export interface Expectation extends ExpectedRequest {
  readonly count: Count
  readonly sequence: readonly ExpectedRequest[]
}

/** How often; at least once where nothing is said. */
export interface Count {
  readonly atLeast?: number
  readonly atMost?: number
  readonly exactly?: number
}

/** Whether the requests of a journal were as expected. */
export interface Verdict {
  readonly ok: boolean
  /** Those that are as expected, without those of the sequence. */
  readonly matching: readonly Exchange[]
  /** What is wrong, in a sentence. */
  readonly problem?: string
  readonly nearest?: NearExchange
}

/** Holds the exchanges of a journal, oldest first, against what is expected. */
export function verify (exchanges: readonly Exchange[], expectation: Expectation): Verdict {
  const matching = exchanges.filter(exchange => isExpected(exchange, expectation))
  const { atLeast, atMost } = boundsOf(expectation.count)
  if (matching.length < atLeast || matching.length > atMost) {
    const nearest =
      matching.length < atLeast
        ? nearestExchange(
          exchanges.filter(exchange => !matching.includes(exchange)),
          expectation
        )
        : undefined
    const asked = Object.keys(expectation.when).length === 0 ? '' : ' as it was asked for'
    return {
      ok: false,
      matching,
      problem: `${expectation.operation.id} came ${times(matching.length)}${asked}, and should have come ${countText(expectation.count)}`,
      nearest
    }
  }
  return { matching, ...verifySequence(exchanges, matching[0], expectation) }
}

/** Looks for each step after the one before it; others may stand between. */
function verifySequence (
  exchanges: readonly Exchange[],
  first: Exchange | undefined,
  { operation, sequence }: Expectation
): Omit<Verdict, 'matching'> {
  let before = first
  let name = operation.id
  for (const step of sequence) {
    const from = before === undefined ? 0 : exchanges.indexOf(before) + 1
    const found = exchanges.find((exchange, index) => index >= from && isExpected(exchange, step))
    if (found === undefined) {
      const problem = `no ${step.operation.id} came${before === undefined ? '' : ` after ${name} (request ${before.id})`} as it was asked for`
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

function isExpected (exchange: Exchange, { matches, operation }: ExpectedRequest): boolean {
  return exchange.operation === operation.id && matches(partsOf(exchange))
}

/** One that is as it should be, but came before its turn. */
function tooEarly (
  exchanges: readonly Exchange[],
  before: Exchange | undefined,
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

function boundsOf ({ atLeast, atMost, exactly }: Count): { atLeast: number, atMost: number } {
  if (exactly !== undefined) return { atLeast: exactly, atMost: exactly }
  return { atLeast: atLeast ?? (atMost === undefined ? 1 : 0), atMost: atMost ?? Infinity }
}

function countText ({ atLeast, atMost, exactly }: Count): string {
  if (exactly !== undefined) return `exactly ${times(exactly)}`
  const bounds = [
    ...(atLeast === undefined ? [] : [`at least ${times(atLeast)}`]),
    ...(atMost === undefined ? [] : [`at most ${times(atMost)}`])
  ]
  return bounds.join(' and ') || 'at least once'
}

function times (count: number): string {
  return count === 1 ? 'once' : `${count} times`
}
