import type { ApiTypes, OperationId } from './api-types.ts'
import type { Checked } from './answer.ts'
import { StandinClientError } from './standin-client-error.ts'
import type { When } from './when.ts'

/** What requests a world should have had: so many of an operation, or some in an order. */
export type Expectation<Api extends ApiTypes, Id extends OperationId<Api>> = ExpectedRequest<Api, Id> & {
  /**
   * How many.
   * @default at least one
   */
  readonly count?: Count
  /** What comes after the first of them, in this order; other requests may stand between. */
  readonly sequence?: ReadonlyArray<{ readonly [Each in OperationId<Api>]: ExpectedRequest<Api, Each> }[OperationId<Api>]>
}

export interface ExpectedRequest<Api extends ApiTypes, Id extends OperationId<Api>> {
  readonly operation: Id
  readonly when?: Omit<When<Api, Id>, 'call' | 'resource'>
}

export interface Count {
  readonly atLeast?: number
  readonly atMost?: number
  readonly exactly?: number
}

/** Makes the error of an expectation that does not hold: what is wrong, and what came nearest, with what differed. */
export function mismatchOf (expectation: { readonly when?: object }, { nearest, problem = 'Requests did not come as expected' }: Checked): StandinClientError {
  const { when } = expectation
  const message = [
    problem,
    ...when === undefined ? [] : [`Expected with ${JSON.stringify(when)}`],
    ...nearest === undefined ? [] : nearestLines(nearest)
  ].join('\n')
  return new StandinClientError(message, { code: 'STANDIN_NOT_VERIFIED' })
}

function nearestLines ({ differences, request: { id, operation, request, response } }: NonNullable<Checked['nearest']>): string[] {
  return [
    `The nearest was request ${id}, ${operation ?? `${request.method} ${request.url}`}, answered with ${response.status}:`,
    ...differences.map(({ actual, expected, where }) => `  ${where}: expected ${shown(expected)}, but was ${shown(actual)}`)
  ]
}

function shown (value: unknown): string {
  return value === undefined ? 'absent' : JSON.stringify(value)
}
