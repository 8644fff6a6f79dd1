import type { Declaration } from './declaration.ts';
import type { OperationLanguage } from './language.ts';
import type { ResourceType } from './resource-type.ts';
import type { Scope } from './scope.ts';
import type { Step } from './step.ts';
/** A `delete`, compiled. */
export interface Removal {
    /** Refuses what cannot be deleted in its present status. */
    readonly step: Step;
    /** Deletes what was found, once the reply that speaks of it has been made. */
    readonly remove: (scope: Scope) => void;
}
/** Reads `delete`: `true`, or `{ while, else }`. */
export declare function compileRemoval(declaration: Declaration, type: ResourceType, language: OperationLanguage): Removal;
