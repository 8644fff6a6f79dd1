import type { Draft } from './draft.ts';
import type { Overlay } from './overlay.ts';
import type { Problem } from './problem.ts';
/** Changes documents as overlays say, in their order; answers what is wrong with the overlays. What an overlay would change and does not find is a warning of the first document that it was for. */
export declare function applyOverlays(drafts: readonly Draft[], overlays: readonly Overlay[]): Promise<Problem[]>;
