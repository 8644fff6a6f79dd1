/** The lines of a file of rows, cut where each UUID stands. */
export interface Rows {
    readonly header: string;
    /** For each row, the text between its UUIDs. */
    readonly rows: ReadonlyArray<readonly string[]>;
    /** In bytes. */
    readonly headerSize: number;
    readonly rowsSize: number;
}
/** The files of rows in a folder. Their names are known from the start, so that no name can lead out of it; each is read when it is first used. */
export declare class RowFiles {
    #private;
    constructor(folder: string | undefined);
    has(name: string): boolean;
    names(): string[];
    /** Throws `RowsNotFound` for a file that was not there at the start. */
    read(name: string, headerLines: number): Rows;
}
/** Cuts a text of lines into rows. */
export declare function cutRows(text: string, headerLines: number): Rows;
/**
 * Repeats rows, each time with UUIDs of their own. The size is known beforehand, the content is made in pieces, and it is
 * the same at every reading.
 */
export declare function repeatRows({ header, headerSize, rows, rowsSize }: Rows, repeat: number, seed: string): {
    size: number;
    chunks: () => Generator<Buffer>;
};
