import type { ApiRequest, ApiResponse, Delivery } from '../messages/message.ts'
import type { Scope } from '../simulation/scope.ts'

/** The scope of a request whose operation is known. */
export type SourceScope = Scope & { readonly request: ApiRequest }

/** A response of a source, and how it is sent where a stub scripts that. */
export interface SourceResponse extends ApiResponse {
  readonly delivery?: Delivery
  /** Whether it is sent whatever the client accepts. */
  readonly isUnconditional?: boolean
  /** Whether it is sent as it is, because a service has made it, or none could. */
  readonly isFinal?: boolean
}

/** Responds to a request, now or by a promise. */
export type Respond = (scope: SourceScope) => SourceResponse | Promise<SourceResponse>

/**
 * Responds to a request, now or by a promise, or returns `undefined` to leave the request to the next source.
 * A source that changes what the sources after it do asks them itself, by `next`.
 */
export type ResponseSource = (scope: SourceScope, next: Respond) =>
  SourceResponse | undefined | Promise<SourceResponse | undefined>

/** Combines sources into a function that returns the first response any of them gives, or else the last resort. */
export function firstResponse (sources: ReadonlyArray<ResponseSource | undefined>, lastResort: Respond): Respond {
  return sources.filter(source => source !== undefined).reduceRight(beforeNext, lastResort)
}

/** Returns the function that asks a source, and what comes next where the source gives no response. */
export function beforeNext (next: Respond, source: ResponseSource): Respond {
  return scope => {
    const response = source(scope, next)
    if (response === undefined) return next(scope)
    return response instanceof Promise ? response.then(made => made ?? next(scope)) : response
  }
}
