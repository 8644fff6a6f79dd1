/** Keeps the latest items, up to a number. */
export class Ring {
    #max;
    #items = [];
    #oldest = 0;
    /** How many items were dropped to make room. */
    dropped = 0;
    constructor(max) {
        this.#max = max;
    }
    push(item) {
        if (this.#items.length < this.#max) {
            this.#items.push(item);
            return;
        }
        this.dropped++;
        if (this.#max === 0)
            return;
        this.#items[this.#oldest] = item;
        this.#oldest = (this.#oldest + 1) % this.#max;
    }
    /** Oldest first. */
    toArray() {
        return [...this.#items.slice(this.#oldest), ...this.#items.slice(0, this.#oldest)];
    }
    clear() {
        this.#items = [];
        this.#oldest = 0;
    }
}
