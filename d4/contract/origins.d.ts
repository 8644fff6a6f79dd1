import type { Place } from './contract.ts';
/** A text that parts of a document come from. */
export interface SourceText {
    /** As it is shown in messages: `openapi/mews.yaml`. */
    readonly file: string;
    /** Where a JSON pointer leads; the nearest parent's place where it leads nowhere. */
    locate(pointer: string): Place;
}
/** One change of a document as a whole, with the parts that it has moved or brought. */
export interface Stage {
    /** A part that came from elsewhere in the document. */
    move(to: string, from: string): void;
    /** A part that came from another text. */
    bring(to: string, source: SourceText, from: string): void;
    /** The parts that were moved. */
    entries(): Array<[to: string, from: string]>;
}
/** Knows where the parts of a document stand in the texts that it was put together from. */
export declare class Origins {
    #private;
    constructor(root: SourceText);
    /** Begins the next change of the document; what is noted in it goes by the pointers before and after that change. */
    nextStage(): Stage;
    /** The text in which a part of the document as it is now stands, and its pointer there. */
    find(pointer: string): {
        readonly source: SourceText;
        readonly pointer: string;
    };
    /** Where a part of the document as it is now stands. */
    locate(pointer: string): Place;
}
