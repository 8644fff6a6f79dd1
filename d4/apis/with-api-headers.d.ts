import type { ApiSimulation } from '../simulation/simulation.ts';
import type { Scope } from '../simulation/scope.ts';
import type { ApiResponse } from '../validation/message.ts';
/** Gives an answer the headers of every answer of its API, above those that its contract gives it, and below its own. */
export declare function withApiHeaders(response: ApiResponse, { voice }: Pick<ApiSimulation, 'voice'>, scope: Scope): ApiResponse;
