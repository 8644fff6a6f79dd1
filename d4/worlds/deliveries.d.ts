import type { Delivery } from './delivery.ts';
/** The callbacks of a world, up to a number. */
export declare class Deliveries {
    #private;
    /** How many were dropped to make room. */
    dropped: number;
    constructor(max: number);
    /** Answers the one that had to go: the oldest that waits for nothing, or else the oldest. */
    add(delivery: Delivery): Delivery | undefined;
    /** Oldest first. */
    list(): Delivery[];
}
