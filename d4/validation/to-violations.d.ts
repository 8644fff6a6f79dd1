import type { ErrorObject } from 'ajv/dist/2020.js';
import type { SchemaReference } from '../contract/contract.ts';
import type { Violation } from './violation.ts';
import type { Spot } from './violations.ts';
/** Where the part of a message stands that was validated, and how many violations of it are told. */
export interface TellOptions {
    readonly spot: Spot;
    readonly max: number;
}
/** Says what Ajv found in the part of a message that a schema describes, and how much more there was. What it says of alternatives is reduced to what helps. */
export declare function toViolations(errors: readonly ErrorObject[], reference: SchemaReference, { spot, max }: TellOptions): {
    violations: readonly Violation[];
    more: number;
};
