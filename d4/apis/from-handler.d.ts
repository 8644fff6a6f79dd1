import type { ResponseSource } from '../responses/response-source.ts';
import type { Scope } from '../simulation/scope.ts';
import type { ApiRequest, ApiResponse } from '../validation/message.ts';
import type { World } from '../worlds/world.ts';
import type { OperationContext } from './api.ts';
/** The handler of an operation as a source, where there is one; what it leaves open when it has taken its time goes to the rest. */
export declare function fromHandler({ api, operation }: OperationContext, scopeOf: (request: ApiRequest, world: World) => Scope, rest: ResponseSource): ResponseSource[];
/** An answer that took its time, to be sent as scripts have it. */
export declare function asScripted(made: ApiResponse, { clockDelayMs, delayMs, fault, stub }: ApiResponse): ApiResponse;
