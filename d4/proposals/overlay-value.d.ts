import type { ProposedThing } from './proposal.ts';
import type { ProposedOperation } from './suggestion.ts';
type Json = Record<string, unknown>;
/** What an overlay adds to a document, before it is written. */
export interface OverlayParts {
    /** The `x-standin` at the root. */
    readonly root: Json;
    readonly operations: readonly OverlayOperation[];
}
export interface OverlayOperation extends ProposedOperation {
    readonly thing: ProposedThing['thing'];
    /** The operation in the terms of JSONPath (RFC 9535). */
    readonly target: string;
    readonly update: Json;
}
/** Puts a proposal into the form of an overlay; replies that several operations give are named once. */
export declare function toOverlayParts(things: readonly ProposedThing[]): OverlayParts;
export {};
