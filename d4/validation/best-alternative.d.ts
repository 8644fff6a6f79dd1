import type { Violation } from './violation.ts';
import type { Spot } from './violations.ts';
interface Choice {
    readonly spot: Spot;
    readonly data: unknown;
    /** The schema that offers the alternatives. */
    readonly schema: Readonly<Record<string, unknown>>;
    readonly keyword: string;
}
/** Of what is wrong with each alternative, keeps what is wrong with the one that was probably meant. */
export declare function bestAlternative(alternatives: ReadonlyArray<readonly Violation[]>, choice: Choice): readonly Violation[];
export {};
