import type { OnRead } from '../contract/read-contract.ts';
import type { ResolvedOptions } from '../options.ts';
import type { ScenarioFile } from '../scenarios/scenario-files.ts';
import type { Edition } from './edition.ts';
export interface LoadedEdition extends Edition {
    /** Whether it is just what ships with the package, which tests have checked. */
    readonly isTested: boolean;
    /** Reads the files of scenarios; what stands in them is still to be checked. Rejects with `InvalidDocument`. */
    readScenarioFiles(): Promise<readonly ScenarioFile[]>;
}
/** Loads contracts and fixtures. `onRead` is told of what is read beside fixtures. Throws `InvalidDocument` with every mistake. */
export declare function loadEdition(options: ResolvedOptions, onRead?: OnRead): Promise<LoadedEdition>;
