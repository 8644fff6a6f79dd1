import type { Operation, SchemaReference } from '../contract/contract.ts';
import type { Direction } from '../validation/schema-copies.ts';
/** Gives values that fit schemas, the same ones at every run. */
export declare class Samples {
    #private;
    /** A value for what a server fills: what stands in an example, else the default, else nothing of it where that will do, else a generated one. */
    of(schema: SchemaReference, example?: unknown): unknown;
    /** A value such as clients might send. */
    any(schema: SchemaReference, from: 'examples' | 'chance', direction?: Direction): unknown;
    close(): void;
}
/** The first example of what an operation answers when all is well. */
export declare function exampleOf(operation: Operation | undefined): unknown;
