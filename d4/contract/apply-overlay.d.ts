import type { Draft } from './draft.ts';
import type { Overlay, OverlayAction } from './overlay.ts';
/** Changes a document as an overlay says, action by action; answers the actions whose targets it does not have. Throws where an action makes no sense. */
export declare function applyOverlay({ document, origins }: Draft, overlay: Overlay): Promise<OverlayAction[]>;
