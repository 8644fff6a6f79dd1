/** A map that holds so many entries at most; the oldest goes first. */
export declare class BoundedMap<K, V> extends Map<K, V> {
    #private;
    constructor(max: number);
    set(key: K, value: V): this;
}
