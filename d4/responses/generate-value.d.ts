import type { SchemaReference } from '../contract/contract.ts';
import type { Direction } from '../validation/schema-copies.ts';
import type { World } from '../worlds/world.ts';
import type { GeneratedFrom } from './make.ts';
export type GenerateValue = (world: World, from: GeneratedFrom) => Generated;
/** A value that was made of a schema. */
export interface Generated {
    readonly value: unknown;
    /** Whether it fits its schema. Where it does not, there is no such value as far as is known. */
    readonly fits: boolean;
}
/**
 * Makes the function that makes values of a schema. They follow from the world's seed and fit the schema: one that does not is repaired,
 * or another made. Where none fits after a few, one is given that nearly does, and the check of answers says what is wrong with it.
 */
export declare function generatorOf(reference: SchemaReference, direction?: Direction): GenerateValue;
