import type { CallbackDefinition, Contract } from '../contract/contract.ts';
import type { ApiSimulation } from '../simulation/simulation.ts';
import type { DeclaredCallback } from '../simulation/callback.ts';
/** A callback or a webhook of a document, by which it can be fired. */
export interface CallbackTarget {
    /** As a delivery names it: `webadmit.runExport/exportFileReady`. */
    readonly id: string;
    readonly definition: CallbackDefinition;
    readonly simulation: ApiSimulation | undefined;
    /** What `x-standin` declares of it. */
    readonly declared: DeclaredCallback | undefined;
    /** The webhook that a world's settings may name; `undefined` for a callback. */
    readonly webhook: string | undefined;
}
/** Lists all that can be fired, by name: `api.webhook`, or `api.operation.callback`. Of several methods of one name the first counts. */
export declare function listCallbackTargets(contracts: readonly Contract[], simulations: ReadonlyMap<string, ApiSimulation>): Map<string, CallbackTarget>;
