import type { Violation } from '../validation/violation.ts';
import type { Settings } from '../worlds/settings.ts';
import type { AdminOptions } from './admin-options.ts';
/** Makes the function that finds everything that is wrong with settings: their form, and every name in them. */
export declare function createSettingsCheck({ contracts, simulations, types }: Pick<AdminOptions, 'contracts' | 'simulations' | 'types'>): (settings: Settings) => readonly Violation[];
