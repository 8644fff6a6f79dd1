import type { Random } from '../worlds/random.ts';
import type { Make } from './make.ts';
import type { Schema } from './schema-reader.ts';
/** Lengths of a text, both included. */
export interface Lengths {
    readonly shortest: number;
    readonly longest: number;
}
/** Makes the maker of texts that fit schemas. */
export declare function textMaker(facets: readonly Schema[]): Make;
/** Some letters and digits: short, and not empty, where that is allowed. */
export declare function letters({ shortest, longest }: Lengths, random: Random): string;
