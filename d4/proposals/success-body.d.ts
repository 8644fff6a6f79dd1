import type { Operation, ResponseDefinition, SchemaReference } from '../contract/contract.ts';
/** What an operation answers when all is well. */
export interface Success {
    readonly status: number;
    readonly response: ResponseDefinition;
    /** Of the JSON body; `undefined` where there is none, or none in JSON. */
    readonly schema: SchemaReference | undefined;
    /** Whether there is a body, in whatever form. */
    readonly hasBody: boolean;
}
/** Finds what an operation answers when all is well; the first of the preferred statuses that it documents. */
export declare function successOf(operation: Operation, preferred?: readonly string[]): Success | undefined;
/** A schema within another, with the names of the members that lead to it: `['data']`. */
export interface Wrapped {
    readonly schema: SchemaReference;
    readonly path: readonly string[];
}
/** The thing that an answer is about: its body, or what is wrapped in it. */
export declare function unwrapItem(schema: SchemaReference, depth?: number): Wrapped | undefined;
/** The items of the list that an answer is: its body, or a list that is wrapped in it. */
export declare function unwrapList(schema: SchemaReference, names?: readonly string[], depth?: number): Wrapped | undefined;
