import type { OverlayNames } from '../proposals/overlay-text.ts';
import type { Proposal } from '../proposals/proposal.ts';
/** What `standin init` prints: what was found, what was left out and why, and what to do next. */
export declare function initSummary(proposal: Proposal, names: OverlayNames): string;
