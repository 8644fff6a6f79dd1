import type { Proposal } from './proposal.ts';
export interface OverlayNames {
    /** The document that it goes with, as it is named on the command line. */
    readonly document: string;
    /** The same as the overlay refers to it. */
    readonly extends: string;
    readonly overlay: string;
    readonly api: string;
}
/** Writes a proposal as an OpenAPI Overlay, with comments that explain each word where it first stands. */
export declare function overlayText({ leftOut, things }: Proposal, names: OverlayNames): string;
