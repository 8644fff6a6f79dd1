import type { Contract } from './contract.ts';
import type { Problem } from './problem.ts';
import type { FinishOptions } from './read-contract.ts';
export interface ReadContractsOptions extends FinishOptions {
    /**
     * Overlay documents, to be applied in this order.
     * @default none, but for those among the documents
     */
    readonly overlays?: readonly string[];
    /**
     * The path that a document is served under, by its name.
     * @default that of its first server, and none
     */
    readonly mounts?: Readonly<Record<string, string>>;
}
export interface ReadContracts {
    /** How many documents there were. */
    readonly documents: number;
    /** Those that can be served, sorted by name. */
    readonly contracts: readonly Contract[];
    readonly problems: readonly Problem[];
}
/** Reads OpenAPI documents, all of a directory or those listed, with the overlays among them; and what is wrong with those that cannot be served. */
export declare function readContracts(from: string | readonly string[], { onRead, overlays: extra, mounts, allowRemoteRefs }?: ReadContractsOptions): Promise<ReadContracts>;
