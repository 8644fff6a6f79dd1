import type { Refusal } from '../simulation/api-simulation.ts';
import type { Scope } from '../simulation/scope.ts';
import type { ApiResponse } from '../validation/message.ts';
import type { Problem } from './problem.ts';
/**
 * Refuses a request as its operation documents it: with its status, and in the form of its errors where that can be filled so that it
 * fits its schema. Otherwise in our own words.
 */
export declare function refuseAsDocumented(refusal: Refusal, problem: Problem, scope: Scope): ApiResponse;
