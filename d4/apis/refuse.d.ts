import type { ApiSimulation } from '../simulation/simulation.ts';
import type { Refusal } from '../simulation/api-simulation.ts';
import type { Scope } from '../simulation/scope.ts';
import type { ApiResponse } from '../validation/message.ts';
/** Refuses a request in the words that its document declares, in the form that its operation documents, or else as problem details. */
export declare function refuse(refusal: Refusal, scope: Scope, api: ApiSimulation | undefined, detail: string): ApiResponse;
