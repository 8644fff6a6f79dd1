/** Lists a directory's documents, sorted by name; or the one file that it is. */
export declare function listDocuments(path: string): Promise<string[]>;
/** Reads the text of a file. Throws `InvalidDocument` where it cannot be read. */
export declare function readSource(path: string, file: string): Promise<string>;
