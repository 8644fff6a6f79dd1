import type { ReadText } from './draft.ts';
/** One change that an overlay makes to what a JSONPath finds. */
export interface OverlayAction {
    readonly target: string;
    /** JSON pointer in the overlay. */
    readonly pointer: string;
    readonly change: {
        readonly kind: 'update';
        readonly value: unknown;
    } | {
        readonly kind: 'copy';
        readonly from: string;
    } | {
        readonly kind: 'remove';
    };
}
/** An OpenAPI Overlay document (1.0 or 1.1). */
export interface Overlay {
    readonly source: ReadText;
    /** Where the file is, from which `extends` leads. */
    readonly path: string;
    /** The document that it changes, as a path or URL relative to the file; any that it fits where it does not say. */
    readonly extends: string | undefined;
    readonly actions: readonly OverlayAction[];
}
/** Whether a document is an overlay rather than a description of an API. */
export declare function isOverlay(value: unknown): boolean;
/** Reads an overlay. Throws one error that lists all that is wrong with it. */
export declare function parseOverlay(source: ReadText, path: string): Overlay;
