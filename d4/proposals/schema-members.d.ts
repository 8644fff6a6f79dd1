import type { SchemaReference } from '../contract/contract.ts';
/** A member of the objects that a schema describes. */
export interface Member {
    readonly name: string;
    readonly schema: SchemaReference;
    readonly required: boolean;
    readonly readOnly: boolean;
    readonly writeOnly: boolean;
}
export type Members = ReadonlyMap<string, Member>;
/** The schema that a `$ref` stands for; the schema itself where it is none. */
export declare function followSchema(reference: SchemaReference): SchemaReference;
/** The schema at a member or an item of another; `undefined` where there is none. */
export declare function childSchema(parent: SchemaReference, ...names: string[]): SchemaReference | undefined;
/**
 * Lists the members of what a schema describes, those of all parts of an `allOf` together. Of alternatives the first is taken that has
 * members, as one is enough to answer with. Empty where it describes no objects.
 */
export declare function listMembers(reference: SchemaReference, depth?: number): Members;
/** The schemas in a list such as `allOf`. */
export declare function partsOf(schema: SchemaReference, name: 'allOf' | 'oneOf' | 'anyOf'): SchemaReference[];
/** Tells whether objects may have no other members than those that are listed. */
export declare function isClosed(reference: SchemaReference): boolean;
