import type { SourceName } from '../validation/message.ts';
import type { Exchange } from '../worlds/exchange.ts';
import type { MemberFilter } from './member-filter.ts';
/** Which exchanges are meant; each member narrows it. */
export interface ExchangeFilter {
    /** The operation's id. */
    readonly operation?: string;
    readonly status?: number;
    readonly source?: SourceName;
    /** The id of the stub that answered. */
    readonly stub?: string;
    readonly method?: string;
    /** Only those in which either side broke the contract; only those in which neither did, where it is false. */
    readonly violations?: boolean;
    /** What members of the request must be. */
    readonly members?: readonly MemberFilter[];
}
/** Which page of them. */
export interface PageOptions {
    /** Only those before the exchange of this id: the page before it. */
    readonly before?: string;
    /**
     * How many, the latest.
     * @default 100
     */
    readonly limit?: number;
}
/** A page of a journal. */
export interface ExchangePage {
    /** Oldest first. */
    readonly exchanges: readonly Exchange[];
    /** Whether there are earlier ones: ask with `before` for them. */
    readonly more: boolean;
}
/** Finds the latest exchanges that a filter lets through. */
export declare function findExchanges(exchanges: readonly Exchange[], { before, limit, ...filter }: ExchangeFilter & PageOptions): ExchangePage;
/** Tells whether a filter lets an exchange through. */
export declare function isMeant(exchange: Exchange, { operation, status, source, stub, method, violations, members }: ExchangeFilter): boolean;
