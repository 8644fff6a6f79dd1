import type { CodeKeywordDefinition } from 'ajv/dist/2020.js';
/** The keyword `uniqueItems`, in time that grows with the list; each item with each other would take minutes for long ones (JSON Schema, Validation, section 6.4.3). */
export declare const uniqueItems: CodeKeywordDefinition;
/** The places of the first item that is there twice, and of its like before it. */
export declare function findTwins(items: readonly unknown[]): readonly [first: number, second: number] | undefined;
