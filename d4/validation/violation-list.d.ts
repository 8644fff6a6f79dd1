import type { ErrorObject } from 'ajv/dist/2020.js';
import type { SchemaReference } from '../contract/contract.ts';
import type { Violation } from './violation.ts';
import type { Spot } from './violations.ts';
/** Gathers what is wrong with one message: the first hundred violations, and how many more there are. */
export declare class ViolationList {
    #private;
    get isEmpty(): boolean;
    add(violation: Violation): void;
    /** Adds what a schema's validator found in the part of the message at a spot. */
    addErrors(errors: readonly ErrorObject[], reference: SchemaReference, spot: Spot): void;
    list(): readonly Violation[];
}
