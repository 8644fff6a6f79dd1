import type { Command } from './command.ts';
/** What came of `standin init`. */
export interface InitResult {
    readonly text: string;
    /** Whether an overlay was written. */
    readonly isWritten: boolean;
}
/** Proposes an overlay for a document, tries it, and writes what works. Rejects with `InvalidDocument` where the document cannot be used, with `FileExists` where there is a file already. */
export declare function initOverlay({ document, force, options, out }: Command & {
    kind: 'init';
}): Promise<InitResult>;
