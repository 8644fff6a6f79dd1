/** Keeps the latest items, up to a number. */
export declare class Ring<T> {
    #private;
    /** How many items were dropped to make room. */
    dropped: number;
    constructor(max: number);
    push(item: T): void;
    /** Oldest first. */
    toArray(): T[];
    clear(): void;
}
