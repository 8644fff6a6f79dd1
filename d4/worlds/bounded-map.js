import { Oldest } from "./oldest.js";
/** A map that holds so many entries at most; the oldest goes first. */
export class BoundedMap extends Map {
    #max;
    #oldest = new Oldest(this);
    constructor(max) {
        super();
        this.#max = max;
    }
    set(key, value) {
        if (this.size >= this.#max && !this.has(key))
            this.delete(this.#oldest.next()); // a full map has a first key
        return super.set(key, value);
    }
}
