/**
 * Finds the oldest member of a set or key of a map, one after the other; each that it gives has to be removed then.
 * Engines leave a gap where something was removed, and a new iterator passes all of them: here one goes on from where it was.
 */
export class Oldest {
    #keyed;
    #keys;
    constructor(keyed) {
        this.#keyed = keyed;
        this.#keys = keyed.keys();
    }
    /** `undefined` where there is none. */
    next() {
        const { done, value } = this.#keys.next();
        if (done !== true)
            return value;
        // An iterator that has come to the end stays there.
        this.#keys = this.#keyed.keys();
        return this.#keys.next().value;
    }
}
