/** However short the journal is kept: what goes while it waits is never sent. */
const LEAST = 1_000;
/** The callbacks of a world, up to a number. */
export class Deliveries {
    #max;
    #deliveries = [];
    /** How many were dropped to make room. */
    dropped = 0;
    constructor(max) {
        this.#max = Math.max(LEAST, max);
    }
    /** Answers the one that had to go: the oldest that waits for nothing, or else the oldest. */
    add(delivery) {
        this.#deliveries.push(delivery);
        if (this.#deliveries.length <= this.#max)
            return undefined;
        this.dropped++;
        const ended = this.#deliveries.findIndex(({ state }) => state !== 'waiting');
        const [dropped] = this.#deliveries.splice(Math.max(0, ended), 1);
        return dropped;
    }
    /** Oldest first. */
    list() {
        return [...this.#deliveries];
    }
}
