import type { Stage } from '../proposals/stage.ts';
import type { StandinOptions } from '../options.ts';
/** A stage that has to be closed. */
export interface OpenStage extends Stage {
    close(): Promise<void>;
}
/** Serves a document with an overlay, within this process and without a port. Rejects with `InvalidDocument` where they cannot be used together. */
export declare function openStage(options: StandinOptions, overlay: string): Promise<OpenStage>;
