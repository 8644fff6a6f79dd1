/** A part of a document, and the JSON pointer of where it really stands. */
export interface Located<Part> {
    readonly value: Part;
    readonly pointer: string;
}
interface Reference {
    readonly $ref: string;
}
/** Follows `$ref`s to what they mean; `undefined` where they lead nowhere, in a circle, or out of the document. */
export declare function resolveRef<Part extends object>(document: object, part: Part | Reference, pointer: string): Located<Part> | undefined;
/** The JSON pointer that a `$ref` within a document holds; `undefined` if it leads elsewhere. */
export declare function toPointer(ref: string): string | undefined;
export {};
