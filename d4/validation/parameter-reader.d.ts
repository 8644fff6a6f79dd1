import type { Parameter } from '../contract/contract.ts';
import type { Styled } from './parameter-styles.ts';
import type { RawPairs } from './query-string.ts';
import type { ViolationList } from './violation-list.ts';
import type { Spot } from './violations.ts';
/** Reads one parameter, whose text is decoded in the way of its place; adds what is wrong with it to a list. */
export declare class ParameterReader {
    #private;
    readonly name: string;
    readonly required: boolean;
    readonly spot: Spot;
    /** The names in a query that belong to this parameter; those in brackets aside. */
    readonly queryNames: readonly string[];
    constructor(parameter: Parameter, decode: Styled['decode']);
    /** Reads it from a text that is all of it. */
    readText(text: string, violations: ViolationList): unknown;
    /** Reads it from a query; `undefined` if it is not there. */
    readPairs(pairs: RawPairs, declared: ReadonlySet<string>, violations: ViolationList): unknown;
}
