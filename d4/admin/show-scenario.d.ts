import type { Scenario, ScenarioDocument } from '../scenarios/scenario.ts';
import type { RunningScenario } from './world-scenarios.ts';
/** A scenario as the admin API lists it. */
export declare function showScenario({ document, file, name }: Scenario, running: readonly RunningScenario[]): object;
/** A scenario as it is written, with the credentials in it masked, those among its parameters too. */
export declare function showDocument(document: ScenarioDocument): ScenarioDocument;
/** A scenario that runs. */
export declare function showRunning({ document, name, parameters, stubs }: RunningScenario): object;
