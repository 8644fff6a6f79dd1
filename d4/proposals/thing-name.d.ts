import type { SchemaReference } from '../contract/contract.ts';
/** A name for things of one kind: that of their schema where it has one, else the singular of their collection; with a number where both are taken. */
export declare function thingName(item: SchemaReference, collection: string, taken: ReadonlySet<string>): string;
/** `orders` is a list of what is an order. */
export declare function singular(word: string): string;
/** A name as it is read in a sentence: `ExportJob` becomes `export job`. */
export declare function inWords(name: string): string;
/** One of them in a sentence: `an export job`. */
export declare function aThing(name: string): string;
/** Several of them in a sentence: `export jobs`, `categories`. */
export declare function manyThings(name: string): string;
