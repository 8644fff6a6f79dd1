/** Those who want to be told when something happens. */
export class Listeners {
    #listeners = new Set();
    /** Has a listener told from now on; answers a function that ends it. */
    add(listener) {
        this.#listeners.add(listener);
        return () => { this.#listeners.delete(listener); };
    }
    tell(news) {
        for (const listener of this.#listeners)
            listener(news);
    }
}
