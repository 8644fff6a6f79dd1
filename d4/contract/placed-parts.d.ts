import type { PartKind } from './document-parts.ts';
import type { DocumentVersion } from './document-version.ts';
interface ForeignPart {
    readonly value: unknown;
    /** The file that it is from. */
    readonly address: string;
    /** JSON pointer in that file. */
    readonly pointer: string;
}
/** The parts of other files that have been given a place in a document. */
export declare class PlacedParts {
    #private;
    constructor(document: Record<string, unknown>, version: DocumentVersion);
    /** The JSON pointer of a part's place, which it is given when it is first asked for. */
    place(kind: PartKind, part: ForeignPart): {
        readonly pointer: string;
        readonly isNew: boolean;
    };
}
export {};
