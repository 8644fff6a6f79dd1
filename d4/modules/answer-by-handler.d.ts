import type { Operation } from '../contract/contract.ts';
import type { ResourceType } from '../simulation/resource-type.ts';
import type { Scope } from '../simulation/scope.ts';
import type { ApiRequest, ApiResponse } from '../validation/message.ts';
import type { OperationHandler } from './operation-handler.ts';
/** An answer, or `undefined` to leave the request to the next source; later, where the handler takes its time. */
export type HandlerAnswer = ApiResponse | undefined | Promise<ApiResponse | undefined>;
/** Has a handler answer a request. Throws `ModuleFailed`, or rejects with it, and everything is as it was before. */
export declare function answerByHandler(operation: Operation, handler: OperationHandler, types: ReadonlyMap<string, ResourceType>): (request: ApiRequest, scope: Scope) => HandlerAnswer;
