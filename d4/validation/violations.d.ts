import type { Violation } from './violation.ts';
/** A part of a message, and a JSON pointer within it. */
export interface Spot {
    readonly in: Violation['in'];
    readonly pointer: string;
    /** Where that stands for a person, where the pointer does not say: `line 3`. */
    readonly title?: string | undefined;
}
/** What was expected of the value at a spot, and by which rule. */
export interface Expectation {
    readonly rule: string;
    /** To be read after "must". */
    readonly expected: string;
}
/** Says that what came is not what was expected: `body /ExportIds/3 must be a uuid, but is "abc"`. */
export declare function createViolation(spot: Spot, { rule, expected }: Expectation, value: unknown): Violation;
/** Says that what came has more or fewer than expected: `body /ExportIds must have at most 1000 items, but has 1001`. */
export declare function createCountViolation(spot: Spot, { rule, expected }: Expectation, count: number): Violation;
/** Says that something is not there: `body /AccessToken is required, but is missing`. */
export declare function createMissing(spot: Spot): Violation;
/** Says that something cannot be read: `body must be JSON, but at line 3, column 7: expected a value, but found "}"`. */
export declare function createMalformed(spot: Spot, expected: string, reason: string): Violation;
