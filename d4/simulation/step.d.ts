import type { ApiResponse } from '../validation/message.ts';
import type { Scope } from './scope.ts';
/** One step of a simulation: the scope for the next one, or the reply that ends it. */
export type Step = (scope: Scope) => Scope | Ended;
export interface Ended {
    readonly reply: ApiResponse;
}
