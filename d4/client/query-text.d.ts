/** Writes the query of a URL; what is undefined is left out. */
export declare function queryText(parameters: Readonly<Record<string, unknown>>): string;
