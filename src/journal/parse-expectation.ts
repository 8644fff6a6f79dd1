import type { Operation } from '../contract/contract.ts'
import { InvalidVerification } from '../errors.ts'
import { ProblemCollector } from '../scenarios/problem-collector.ts'
import { parseOperation } from '../scenarios/parse-operation.ts'
import { parseWhen } from '../scenarios/parse-when.ts'
import { compileAll, compileEach, Declaration } from '../simulation/declaration.ts'
import type { Count, Expectation, ExpectedRequest } from './verify.ts'

/**
 * Parses the requests that should have come. Throws `InvalidVerification` with every problem,
 * also for requests that could never come.
 */
export function parseExpectation (value: unknown, operations: readonly Operation[]): Expectation {
  const collector = new ProblemCollector('expectation', InvalidVerification)
  return collector.collect(value, () => {
    const declaration = new Declaration(value, '', collector.report)
    const { count, sequence, wait } = declaration.members(
      ['operation', 'when', 'count', 'sequence', 'wait'],
      ['operation']
    )
    const expected = compileEach({
      request: () => parseRequest(declaration, operations, collector),
      waitMs: () => (wait === undefined ? 0 : parseWait(wait)),
      count: () => (count === undefined ? {} : parseCount(count)),
      sequence: () =>
        sequence === undefined
          ? []
          : compileAll(sequence.list(), step => parseRequest(step, operations, collector))
    })
    const { warnings } = collector
    const { request, ...others } = expected
    return { ...request, ...others, warnings }
  })
}

function parseRequest (
  declaration: Declaration,
  operations: readonly Operation[],
  collector: ProblemCollector
): ExpectedRequest {
  const { operation: declared, when } = declaration.parts()
  const operation =
    declared === undefined
      ? declaration.refuse('"operation" is missing: name one, such as "mews.addExport"')
      : parseOperation(declared, operations)
  if (when === undefined) return { operation, when: {}, matches: () => true }
  return { operation, ...parseWhen(when, { id: operation.id, operations: [operation] }, collector) }
}

/** The longest time that a verification waits, in real milliseconds. */
const LONGEST_WAIT_MS = 60_000

function parseWait (declaration: Declaration): number {
  const ms = declaration.duration()
  return ms <= LONGEST_WAIT_MS ? ms : declaration.refuse('must be a minute at most, such as PT5S')
}

function parseCount (declaration: Declaration): Count {
  const { atLeast, atMost, exactly } = declaration.members(['atLeast', 'atMost', 'exactly'])
  const count = compileEach({
    ...(atLeast && { atLeast: () => atLeast.integer(0) }),
    ...(atMost && { atMost: () => atMost.integer(0) }),
    ...(exactly && { exactly: () => exactly.integer(0) })
  })
  if (atLeast === undefined && atMost === undefined && exactly === undefined) {
    return declaration.refuse('needs "atLeast", "atMost" or "exactly"')
  }
  if (exactly !== undefined && (atLeast !== undefined || atMost !== undefined)) {
    return declaration.refuse('"exactly" cannot be combined with "atLeast" or "atMost"')
  }
  if (Number(count.atLeast) > Number(count.atMost)) {
    return declaration.refuse(`"atLeast" is ${count.atLeast}, which is more than "atMost"`)
  }
  return count
}
