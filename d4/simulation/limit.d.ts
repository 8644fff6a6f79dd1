import type { Usage, Window } from '../worlds/store.ts';
import type { Evaluate } from './expression.ts';
import type { Scope } from './scope.ts';
/** A limit as a document declares it. */
export interface DeclaredLimit {
    /** `mews.requests` */
    readonly id: string;
    readonly by: Evaluate;
    readonly enabled: boolean;
    readonly window: Window;
}
/** Counts uses of an API by a key, within a window that begins with the first. */
export declare class Limit {
    #private;
    readonly declared: DeclaredLimit;
    constructor(declared: DeclaredLimit);
    /** How many uses a window allows in this world. */
    max(scope: Scope): number;
    /** What is left, without counting; everything where the request has no key. */
    usage(scope: Scope): Usage;
    /** Counts one use; `undefined` where the limit is off in this world or the request has no key. */
    count(scope: Scope): Usage | undefined;
}
