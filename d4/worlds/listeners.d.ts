/** Those who want to be told when something happens. */
export declare class Listeners<T = void> {
    #private;
    /** Has a listener told from now on; answers a function that ends it. */
    add(listener: (news: T) => void): () => void;
    tell(news: T): void;
}
