import type { Operation } from '../contract/contract.ts';
import type { Scope } from '../simulation/scope.ts';
import type { ApiResponse } from '../validation/message.ts';
import type { Api } from './api.ts';
/** Makes the function that refuses requests without the credentials that the contract asks for, with ones that a world does not accept, or whose scopes do not suffice. */
export declare function createAdmission(api: Api, operation: Operation): (scope: Scope) => ApiResponse | undefined;
