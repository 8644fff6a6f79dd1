import type { ParseStub } from '../scenarios/parse-stub.ts';
import type { ParameterValues } from '../scenarios/scenario-parameters.ts';
import type { ResourceType } from '../simulation/resource-type.ts';
import type { Seed } from '../simulation/seed.ts';
import type { Violation } from '../validation/violation.ts';
import type { Settings } from '../worlds/settings.ts';
import type { AdminOptions } from './admin-options.ts';
import type { ClockBody } from './clock.ts';
/** A scenario with its parameters filled in, of which all has been checked that no world can change. */
export interface ReadyScenario {
    readonly parameters: ParameterValues;
    readonly clock: Partial<ClockBody> | undefined;
    /** A merge patch. */
    readonly settings: object;
    readonly seeds: readonly ReadySeed[];
    readonly stubs: readonly unknown[];
}
/** A resource to be seeded; null makes its id missing. */
export interface ReadySeed {
    readonly type: ResourceType;
    readonly id: string;
    readonly seed: Seed | null;
}
/** Makes a scenario ready to be started with some parameters. Throws `InvalidScenario` with all that is wrong with it. */
export type CheckScenario = (document: unknown, given?: ParameterValues) => ReadyScenario;
interface Checks {
    readonly checkSettings: (settings: Settings) => readonly Violation[];
    readonly parseStub: ParseStub;
}
/** Makes the check of scenarios: their form, their parameters, and whatever is in them as the admin API checks it. */
export declare function createScenarioCheck({ types }: Pick<AdminOptions, 'types'>, checks: Checks): CheckScenario;
export {};
