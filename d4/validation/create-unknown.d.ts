import type { Violation } from './violation.ts';
import type { Spot } from './violations.ts';
/** A word that is none of those that may stand in its place. */
export interface UnknownWord {
    /** What it should be, to be read after "be": `a status of mews.Export`. */
    readonly what: string;
    readonly word: string;
    readonly known: Iterable<string>;
}
/** Says that a word is not known, and which is nearest: `body /status must be a status of mews.Export, but is "Sucess" (did you mean "Success"?)`. */
export declare function createUnknown(spot: Spot, { known, what, word }: UnknownWord): Violation;
/** What to do about an unknown word, to be put after it: ` (did you mean "Success"?)`. */
export declare function hint(word: string, known: readonly string[]): string;
