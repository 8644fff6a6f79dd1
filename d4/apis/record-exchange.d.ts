import type { ApiResponse } from '../validation/message.ts';
import type { RequestFacts } from '../simulation/scope.ts';
import type { Violation } from '../validation/violation.ts';
import type { World } from '../worlds/world.ts';
export interface Recorded {
    readonly request: RequestFacts;
    /** When it came, by the clock of the world; now, where it is left out. */
    readonly at?: number;
    readonly requestViolations: readonly Violation[];
    readonly response: ApiResponse;
    readonly responseHeaders: Readonly<Record<string, unknown>>;
    readonly responseViolations: readonly Violation[];
}
/** Adds an exchange to the journal of its world. Nothing is copied, masked or formatted here: that is done when it is read, and whoever is told reads later. */
export declare function recordExchange(world: World, { at, request, requestViolations, response, responseHeaders, responseViolations }: Recorded): void;
