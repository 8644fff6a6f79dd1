/** The members of a query or a form, by their decoded names; their values are still encoded. */
export type RawPairs = ReadonlyMap<string, readonly string[]>;
/** Splits a query string or a form into its members. What cannot be decoded in a name stays as it is. */
export declare function splitPairs(text: string): RawPairs;
/** Decodes a name or value of a query or form, where a plus is a space; `undefined` if it is not percent-encoded UTF-8. */
export declare function decodeText(text: string): string | undefined;
/** Decodes percent-encoded UTF-8; `undefined` if it is not. */
export declare function decodePercent(text: string): string | undefined;
