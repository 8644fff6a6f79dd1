import type { OpenApiDocument } from '../contract/contract.ts';
import type { SchemaReferences } from './schema-references.ts';
/** What a schema and all that it refers to may hold that makes more than one copy of it needed. */
export type Trait = 'readOnly' | 'writeOnly' | '$dynamicRef';
/** What an object's schema says of its members, with all of its `allOf` and what they refer to. */
export interface Composition {
    readonly required: ReadonlySet<string>;
    readonly readOnly: ReadonlySet<string>;
    readonly writeOnly: ReadonlySet<string>;
}
type Schema = Readonly<Record<string, unknown>>;
/** Follows the references among a document's schemas; each schema is looked at once, when it is first asked for. */
export declare class SchemaGraph {
    #private;
    constructor(document: OpenApiDocument, references: SchemaReferences);
    /** Whether a schema, or one that it leads to, has a trait. */
    has(trait: Trait, pointer: string): boolean;
    /** The places whose schemas are applied to the same value as the one at a place, by way of references. */
    reach(pointer: string): ReadonlySet<string>;
    /**
     * The members that no value may have, since one part of an allOf has `additionalProperties: false` and another declares them
     * (JSON Schema, Core, section 10.3.2.3: it looks at the `properties` beside it only).
     */
    listRefused(schema: Schema, base: string): string[];
    /** What is said of an object's members by a schema, and by those that it is composed of. */
    compose(schema: Schema, base: string): Composition;
    /** What `$ref` and `$dynamicRef` of a schema lead to, or might. */
    listTargets({ $ref, $dynamicRef }: Schema, base: string): string[];
}
export {};
