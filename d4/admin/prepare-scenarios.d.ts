import type { LoadedEdition } from '../apis/load-edition.ts';
import type { ScenarioFile } from '../scenarios/scenario-files.ts';
import type { Scenario } from '../scenarios/scenario.ts';
/** Gives the scenarios of files. */
export type ReadScenarios = () => Promise<readonly Scenario[]>;
/** Checks the scenarios of files before anything is served, but for those that ship: these are read when they are first asked for. Rejects with `InvalidDocument`. */
export declare function prepareScenarios({ isTested, readScenarioFiles, ...edition }: LoadedEdition): Promise<ReadScenarios>;
/** Takes scenarios of files as they are: those that ship, which a test has checked, and those that were checked just now. */
export declare function trustScenarios(files: readonly ScenarioFile[]): Scenario[];
