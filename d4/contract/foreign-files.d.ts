import type { ReadText } from './draft.ts';
import type { FinishOptions } from './read-contract.ts';
/** A file that a document refers to, or why it cannot be read. */
export type ForeignFile = {
    readonly kind: 'read';
    readonly source: ReadText;
} | {
    readonly kind: 'unread';
    readonly why: string;
};
/** The files that a document is spread over; each is read once. */
export declare class ForeignFiles {
    #private;
    constructor(options: FinishOptions);
    /** The path or URL that a reference leads to from the file in which it stands. */
    static addressOf(reference: string, base: string): string;
    /** Reads a file. Rejects with `InvalidDocument` where it is neither YAML nor JSON. */
    read(address: string): Promise<ForeignFile>;
}
