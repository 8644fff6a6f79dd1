import type { Operation } from '../contract/contract.ts';
import type { OperationSource } from './suggestion.ts';
import type { Thing } from './thing.ts';
type Json = Record<string, unknown>;
/** `find` as an operation declares it, with the response that the overlay adds for what is not there. */
export interface Found {
    readonly find: Json;
    readonly responses: Json | undefined;
}
/** How an operation finds the thing that its path names, or its body; or why it cannot. */
export declare function findOne(operation: Operation, { samples, thing }: OperationSource): Found | string;
/** The members by which things belong to what their path is below of. */
export declare function whereParents(operation: Operation, { create, parents }: Thing): {
    readonly created: boolean;
    readonly parents: Json;
};
export {};
