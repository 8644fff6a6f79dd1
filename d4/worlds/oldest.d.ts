/** A set or a map, as long as it is only its keys that matter. */
interface Keyed<T> {
    keys(): Iterator<T, undefined>;
}
/**
 * Finds the oldest member of a set or key of a map, one after the other; each that it gives has to be removed then.
 * Engines leave a gap where something was removed, and a new iterator passes all of them: here one goes on from where it was.
 */
export declare class Oldest<T> {
    #private;
    constructor(keyed: Keyed<T>);
    /** `undefined` where there is none. */
    next(): T | undefined;
}
export {};
