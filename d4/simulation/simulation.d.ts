import type { Contract, Operation } from '../contract/contract.ts';
import type { ApiResponse } from '../validation/message.ts';
import type { ResourceIndex } from '../worlds/store.ts';
import type { ApiVoice } from './api-simulation.ts';
import type { Limit } from './limit.ts';
import type { OperationSimulation } from './operation-simulation.ts';
import type { ResourceType } from './resource-type.ts';
import type { RowFiles } from './rows.ts';
import type { Scope } from './scope.ts';
import type { DeclaredWebhook } from './webhook.ts';
/** All that one document declares under `x-standin`, compiled. */
export interface ApiSimulation {
    readonly voice: ApiVoice;
    readonly limits: ReadonlyMap<string, Limit>;
    /** By their names in the document: `Export`. */
    readonly types: ReadonlyMap<string, ResourceType>;
    readonly indexes: readonly ResourceIndex[];
    /** By operation id. */
    readonly operations: ReadonlyMap<string, OperationSimulation>;
    readonly webhooks: readonly DeclaredWebhook[];
}
export interface SimulationOptions {
    /** Where the rows of files are; without it, their names are first looked for when they are needed. */
    readonly rowFiles?: RowFiles;
    /** Whether tests have compiled its schemas: then each is compiled when it is first used. */
    readonly isTested?: boolean;
}
/** Compiles what a contract declares under `x-standin`. Throws `InvalidDocument` with every mistake in it, each with its place in the file. */
export declare function compileSimulation(contract: Contract, { isTested, rowFiles }?: SimulationOptions): ApiSimulation;
/** Counts a request towards its API's limits, and refuses one that goes beyond them. */
export declare function refuseBeyondLimits({ voice }: ApiSimulation, operation: Operation, scope: Scope): ApiResponse | undefined;
/** Answers a request by the simulation of its operation, or leaves it to the next source. */
export declare function simulate({ operations }: ApiSimulation, operation: Operation, scope: Scope): ApiResponse | undefined;
