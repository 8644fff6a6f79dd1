import type { Contract } from '../contract/contract.ts';
import type { Problem } from '../contract/problem.ts';
import type { OperationHandler } from './operation-handler.ts';
/** The module beside a document, read. */
export interface LoadedModule {
    /** By operation id. */
    readonly handlers: ReadonlyMap<string, OperationHandler>;
    readonly problems: readonly Problem[];
}
/** Loads the module beside a document, `tally.standin.ts` beside `tally.yaml`, where there is one. `onRead` is told of each place that is looked at. */
export declare function loadModule({ file, operations }: Contract, onRead?: (path: string) => void): Promise<LoadedModule>;
