import type { Contract } from './contract.ts';
import type { ReadContractsOptions } from './read-contracts.ts';
export interface LoadContractsOptions extends ReadContractsOptions {
    /**
     * The directory of canned bodies: `fixtures/<api>/<operationId>.<status>[.<name>].json`.
     * @default none
     */
    readonly fixtures?: string | undefined;
    /**
     * Whether documents are refused for what they could be served in spite of.
     * @default false
     */
    readonly strict?: boolean;
}
/** Loads OpenAPI documents, all of a directory or those listed, with their fixtures; sorted by name. Throws one error that lists all that is wrong with them. */
export declare function loadContracts(from: string | readonly string[], options?: LoadContractsOptions): Promise<readonly Contract[]>;
/** Two documents of one name could not be told apart in requests to the admin API. */
export declare function refuseNamesakes(contracts: readonly Contract[]): void;
/** A request could be for either of two documents that are served at one path. */
export declare function refuseClashes(contracts: readonly Contract[]): void;
