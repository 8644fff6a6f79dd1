/** The word that comes nearest to one that is not known; `undefined` where none is near enough to be meant. */
export declare function nearest(word: string, known: Iterable<string>): string | undefined;
