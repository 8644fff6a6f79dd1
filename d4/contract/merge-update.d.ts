/** Told of each part that is put in: where it is now, and where it is in what was put in. */
export type Put = (to: string, from: string) => void;
/**
 * Merges a value into a part of a document (OpenAPI Overlay 1.1, section 4.4.3.1): members one by one, lists end to end,
 * and anything else takes the place of what was there. Into a list it goes as an element of its own.
 */
export declare function mergeUpdate(document: object, { pointer, value: target }: {
    readonly pointer: string;
    readonly value: unknown;
}, update: unknown, put: Put): void;
