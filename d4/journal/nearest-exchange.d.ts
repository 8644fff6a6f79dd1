import type { Operation } from '../contract/contract.ts';
import type { When } from '../scenarios/when.ts';
import type { Exchange } from '../worlds/exchange.ts';
import type { Difference } from './when-differences.ts';
/** An exchange that is almost what is looked for. */
export interface NearExchange {
    readonly exchange: Exchange;
    readonly differences: readonly Difference[];
}
interface Wanted {
    readonly operation: Operation;
    readonly when: When;
}
/** The exchange that comes nearest to a request: one of its operation with the fewest differences, or else one whose path is alike; of equals, the latest. */
export declare function nearestExchange(exchanges: readonly Exchange[], wanted: Wanted): NearExchange | undefined;
/** The path of an exchange's request, without its query. */
export declare function pathOf({ url }: Pick<Exchange, 'url'>): string;
export {};
