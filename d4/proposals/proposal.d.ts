import type { Contract } from '../contract/contract.ts';
import type { Finding } from './find-collections.ts';
import type { LeftOut, ProposedOperation } from './suggestion.ts';
import type { ProposedType } from './resource-type.ts';
import type { Thing } from './thing.ts';
/** What is proposed for things of one kind. */
export interface ProposedThing {
    readonly thing: Thing;
    readonly type: ProposedType;
    readonly operations: readonly ProposedOperation[];
}
/** What could be acted out of a document. */
export interface Proposal {
    readonly things: readonly ProposedThing[];
    /** The operations of those things that are left as they are. */
    readonly leftOut: readonly LeftOut[];
    /** What looks like a collection and is none that could be acted out. */
    readonly others: ReadonlyArray<Extract<Finding, {
        kind: 'none';
    }>>;
}
export interface ProposalOptions {
    /**
     * What the paths of the API begin with.
     * @default nothing
     */
    readonly basePath?: string;
    /**
     * Whether the document is of version 2.0.
     * @default false
     */
    readonly isSwagger?: boolean;
}
/** Finds the jobs and the collections of a document, and proposes `x-standin` for them. What the document declares itself is left alone. */
export declare function propose(contract: Contract, { basePath, isSwagger }?: ProposalOptions): Proposal;
/** Takes operations out of a proposal, each with why; things that nothing creates or shows any more go with them. */
export declare function without(proposal: Proposal, refused: readonly LeftOut[]): Proposal;
