import type { ParseStub } from '../scenarios/parse-stub.ts';
import type { ParameterValues } from '../scenarios/scenario-parameters.ts';
import type { Scenario, ScenarioDocument } from '../scenarios/scenario.ts';
import type { Course, Resource } from '../worlds/resource.ts';
import type { Settings } from '../worlds/settings.ts';
import type { World } from '../worlds/world.ts';
import type { ReadyScenario, ReadySeed } from './check-scenario.ts';
/** A scenario that runs, with what it takes to stop it. */
export interface RunningScenario {
    readonly name: string;
    readonly document: ScenarioDocument;
    readonly parameters: ParameterValues;
    /** The ids of its stubs. */
    readonly stubs: readonly string[];
    readonly settings: {
        readonly patch: object;
        readonly before: Settings;
    };
    readonly seeded: readonly Seeded[];
}
/** What was seeded, and what was in its place. */
interface Seeded extends ReadySeed {
    readonly put: Resource | 'absent' | undefined;
    readonly before: Resource | 'absent' | undefined;
    readonly course: Course | undefined;
}
/** A scenario that can be started at once. */
type StartableScenario = ReadyScenario & Pick<Scenario, 'name' | 'document'>;
/** The scenarios of one world. */
export interface WorldScenarios {
    /** Those that a test put, by name. */
    readonly own: Map<string, Scenario>;
    /** The earliest first. */
    running: readonly RunningScenario[];
}
export interface RunOptions {
    readonly world: World;
    readonly scenarios: WorldScenarios;
    /** Whether those that run go on. */
    readonly add: boolean;
    readonly parseStub: ParseStub;
}
/** Starts a scenario in the place of those that run, or beside them. One that cannot be started changes nothing: all of it is checked before anything is done. */
export declare function runScenario(ready: StartableScenario, { add, parseStub, scenarios, world }: RunOptions): Promise<RunningScenario>;
/** Takes back what the scenarios that run have put, the latest first, but for what has been changed since; the clock stays. */
export declare function endScenarios(world: World, scenarios: WorldScenarios): void;
export {};
