import type { Operation } from '../contract/contract.ts';
import type { Scope } from '../simulation/scope.ts';
import type { ApiResponse } from '../validation/message.ts';
import type { Api } from './api.ts';
/** Makes the function that refuses requests of clients that take none of the media types in which an operation succeeds (RFC 9110 section 15.5.7). */
export declare function createAcceptance(api: Api, operation: Operation): (scope: Scope) => ApiResponse | undefined;
