import type { Checked, Exchange, Unmatched, Verification } from './answers.ts';
import type { ApiTypes, OperationId } from './api.ts';
import type { Connection } from './connection.ts';
import type { Expectation } from './expectation.ts';
/** Which exchanges are asked for: those that satisfy all of it. */
export interface ExchangeFilter<Api extends ApiTypes> {
    readonly operation?: OperationId<Api>;
    readonly status?: number;
    readonly source?: Exchange['source'];
    /** The id of the stub that answered. */
    readonly stub?: string;
    readonly method?: string;
    /** `true`: either side broke the contract; `false`: neither did. */
    readonly violations?: boolean;
    /** The value of a member of the request, by its JSON pointer: `'body./EntityType': 'Payment'`. */
    readonly [member: MemberPath]: string | number | boolean;
}
export interface RequestFilter<Api extends ApiTypes> extends ExchangeFilter<Api> {
    /** The latest so many. */
    readonly limit?: number;
    /** The id of an exchange: only those before it. */
    readonly before?: string;
}
type MemberPath = `${'path' | 'query' | 'headers' | 'cookies' | 'body'}.${string}`;
export interface FollowOptions {
    /** The id of an exchange: those after it that the journal still has come first. `0` for all of them. */
    readonly after?: string;
    /** Ends it. */
    readonly signal?: AbortSignal;
}
/** The journal of a world: each request with its response. */
export interface Journal<Api extends ApiTypes> {
    /** Lists exchanges, oldest first. */
    requests(filter?: RequestFilter<Api>): Promise<Exchange[]>;
    /** Tells of exchanges as they come, until it is left. */
    follow(filter?: ExchangeFilter<Api>, options?: FollowOptions): AsyncGenerator<Exchange, void, undefined>;
    /** Lists the requests that found no operation, each with the nearest ones. */
    unmatched(): Promise<Unmatched[]>;
    /** Throws `StandinClientError` unless requests came as expected. */
    verify<Id extends OperationId<Api>>(expectation: Expectation<Api, Id>): Promise<void>;
    /** Tells whether requests came as expected, and what came nearest. */
    check<Id extends OperationId<Api>>(expectation: Expectation<Api, Id>): Promise<Checked>;
    /** Tells everything at once that is not as it should be, for the end of a test run. */
    verification(): Promise<Verification>;
}
/** Reaches the journal of the world that a connection leads to. */
export declare function createJournal<Api extends ApiTypes>({ call, open }: Connection): Journal<Api>;
export {};
