/** A source of numbers that is the same for the same seed (the generator sfc32). */
export declare class Random {
    #private;
    constructor(seed: string);
    /** A whole number from 0 to 2³² − 1. */
    next(): number;
    /** A number from 0, and less than 1. */
    fraction(): number;
    /** A whole number from 0, and less than a count. */
    below(count: number): number;
    /** A UUID of version 4 (RFC 9562). */
    uuid(): string;
}
