import type { PartKind } from './document-parts.ts';
/** A part of a document, as it is met on the way through it. */
export interface Part {
    readonly kind: PartKind;
    readonly value: Record<string, unknown>;
    /** Written when it is asked for, as most parts are only passed. */
    readonly pointer: string;
    /** What the part that holds it is; absent for the document itself, and for what only a reference names. */
    readonly within: PartKind | undefined;
}
/**
 * Visits each part of a document once, a part before those that it holds; data such as examples and extensions is passed by.
 * What is referred to at a place where no part would be looked for is visited as what the reference takes it for.
 * Where the visit answers `false`, what the part holds is passed by.
 */
export declare function walkDocument(document: object, visit: (part: Part) => unknown): void;
