import type { RequestFacts } from '../simulation/scope.ts';
import type { ApiResponse } from '../validation/message.ts';
import type { RawRequest } from '../validation/request-parts.ts';
import type { Violation } from '../validation/violation.ts';
import type { World } from '../worlds/world.ts';
import type { OperationContext } from './api.ts';
/** An answer with all that the journal keeps of how it came about. */
export interface Answer {
    readonly response: ApiResponse;
    readonly request: RequestFacts;
    /** The time of the world for this request, in milliseconds since 1970: its answer may wait. */
    readonly at: number;
    readonly requestViolations: readonly Violation[];
    readonly responseViolations: readonly Violation[];
}
/** Makes the function that answers the requests of one operation: read, refuse, or else ask the sources in order; then hold the answer to the contract. */
export declare function createAnswer({ api, operation }: OperationContext): (facts: RequestFacts, raw: RawRequest, world: World) => Answer | Promise<Answer>;
