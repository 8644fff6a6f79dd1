import { exactJson } from '../exact-json.ts'
import type { ApiTypes, OperationId } from './api-types.ts'
import type { Checked } from './answer.ts'
import { StandinClientError } from './standin-client-error.ts'
import type { When } from './when.ts'

/** The requests that a world should have received: a number of one operation, or several in order. */
export type Expectation<Api extends ApiTypes, Id extends OperationId<Api>> = ExpectedRequest<Api, Id> & {
  /**
   * The number of requests.
   * @default { atLeast: 1 }
   */
  readonly count?: Count
  /** The requests after the first one, in order; others may come between. */
  readonly sequence?: ReadonlyArray<AnyExpectedRequest<Api>>
  /**
   * How long to wait for the requests in real time: an ISO 8601 duration of at most a minute.
   * @default not at all
   */
  readonly wait?: string
}

type AnyExpectedRequest<Api extends ApiTypes> = {
  readonly [Each in OperationId<Api>]: ExpectedRequest<Api, Each>
}[OperationId<Api>]

/** A request of an operation, with the conditions that it meets. */
export interface ExpectedRequest<Api extends ApiTypes, Id extends OperationId<Api>> {
  readonly operation: Id
  readonly when?: Omit<When<Api, Id>, 'call' | 'chance' | 'resource'>
}

/** Bounds of a number of requests; all of them hold. */
export interface Count {
  readonly atLeast?: number
  readonly atMost?: number
  readonly exactly?: number
}

/** Creates the error of an expectation that does not hold, with the nearest request and its differences. */
export function mismatchOf ({ when }: { readonly when?: object }, checked: Checked): StandinClientError {
  const { nearest, problem = 'Requests did not come as expected' } = checked
  const lines = [problem]
  if (when !== undefined) lines.push(`Conditions: ${exactJson.stringify(when)}`)
  if (nearest !== undefined) lines.push(...nearestLines(nearest))
  return new StandinClientError(lines.join('\n'), { code: 'STANDIN_NOT_VERIFIED' })
}

function nearestLines ({ differences, request: exchange }: NonNullable<Checked['nearest']>): string[] {
  const { id, operation, request, response } = exchange
  const name = operation ?? `${request.method} ${request.url}`
  const lines = differences.map(({ actual, expected, where }) =>
    `  ${where}: expected ${shown(expected)}, but was ${shown(actual)}`)
  return [`The nearest is request ${id}, ${name}, with the response ${response.status}:`, ...lines]
}

function shown (value: unknown): string {
  return value === undefined ? 'absent' : exactJson.stringify(value)
}
