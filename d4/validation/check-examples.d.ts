import type { Contract, Example } from '../contract/contract.ts';
import type { Problem } from '../contract/problem.ts';
export interface CheckExamplesOptions {
    /**
     * Which to check.
     * @default both
     */
    readonly sources?: ReadonlyArray<Example['source']>;
}
/** Holds the canned bodies of a contract to their schemas; says of each that breaks it which file and member it is. */
export declare function checkExamples(contract: Contract, { sources }?: CheckExamplesOptions): Problem[];
