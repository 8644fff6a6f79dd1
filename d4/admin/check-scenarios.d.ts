import type { ScenarioFile } from '../scenarios/scenario-files.ts';
import type { AdminOptions } from './admin-options.ts';
/** Checks scenarios of files as the admin API checks those that are put. Throws `InvalidDocument` with every mistake and its place. */
export declare function checkScenarios(files: readonly ScenarioFile[], options: Pick<AdminOptions, 'contracts' | 'simulations' | 'types'>): void;
