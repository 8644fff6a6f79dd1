import type { OpenApiDocument } from '../contract/contract.ts';
/** Finds what the references of a document's schemas lead to. It looks through the document only where names are used, and then once. */
export declare class SchemaReferences {
    #private;
    constructor(document: OpenApiDocument);
    /** The pointer of the schema with an `$id` that a place is in; of the document where there is none. References are relative to it. */
    baseOf(pointer: string): string;
    /** The pointer that a reference leads to from within a base; `undefined` where there is nothing. */
    resolve(ref: string, base: string): string | undefined;
    /** What a `$dynamicAnchor` stands for in the schema that names itself, by name (JSON Schema, Core, section 8.2.2). */
    dynamicAnchors(base: string): ReadonlyMap<string, string>;
    /** Every place that has a `$dynamicAnchor` of a name. */
    listDynamic(name: string): string[];
}
