import type { Operation } from '../contract/contract.ts';
/** An operation that a request comes near to. */
export interface NearOperation<T extends Line = Operation> {
    readonly operation: T;
    /** What would have to be different, each in a sentence. */
    readonly why: readonly string[];
    /** How far it is; 0 for the operation that the request finds. */
    readonly cost: number;
}
type Line = Pick<Operation, 'method' | 'path'>;
/** The operations that a request comes nearest to, the nearest first; those that share nothing with it are not among them. */
export declare function nearestOperations<T extends Line>(method: string, path: string, operations: readonly T[], max?: number): Array<NearOperation<T>>;
/** How near a request comes to an operation; `undefined` where they share no part of their paths. */
export declare function nearOperation<T extends Line>(method: string, path: string, operation: T): NearOperation<T> | undefined;
/** What a path consists of; a slash at the end counts for nothing. */
export declare function segmentsOf(path: string): string[];
export {};
