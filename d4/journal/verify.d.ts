import type { Operation } from '../contract/contract.ts';
import type { When } from '../scenarios/when.ts';
import type { RequestParts } from '../validation/request-parts.ts';
import type { Exchange } from '../worlds/exchange.ts';
import type { NearExchange } from './nearest-exchange.ts';
/** A request that should have come. */
export interface ExpectedRequest {
    readonly operation: Operation;
    readonly when: When;
    readonly matches: (request: RequestParts) => boolean;
}
/** What requests should have come: so many of a kind, and after the first of them others, in this order. */
export interface Expectation extends ExpectedRequest {
    readonly count: Count;
    readonly sequence: readonly ExpectedRequest[];
}
/** How often; at least once where nothing is said. */
export interface Count {
    readonly atLeast?: number;
    readonly atMost?: number;
    readonly exactly?: number;
}
/** Whether the requests of a journal were as expected. */
export interface Verdict {
    readonly ok: boolean;
    /** Those that are as expected, without those of the sequence. */
    readonly matching: readonly Exchange[];
    /** What is wrong, in a sentence. */
    readonly problem?: string;
    readonly nearest?: NearExchange;
}
/** Holds the exchanges of a journal, oldest first, against what is expected. */
export declare function verify(exchanges: readonly Exchange[], expectation: Expectation): Verdict;
