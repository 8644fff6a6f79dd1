import type { OpenApiDocument, SchemaReference } from '../contract/contract.ts';
export type Kind = 'string' | 'integer' | 'number' | 'boolean' | 'null' | 'array' | 'object';
/** What kind of value a schema describes, seen through its references and alternatives: all that is needed to read it from text. */
export declare class Shape {
    #private;
    readonly kinds: ReadonlySet<Kind>;
    /** The names of the members that it declares. */
    readonly names: readonly string[];
    /** Whether it says that there may be further members. */
    readonly isOpen: boolean;
    constructor(document: OpenApiDocument, schemas: readonly unknown[]);
    /** Whether it stands for bytes: `format: binary`, or a media type of its own that is not written as text (OpenAPI 3.1, "Working with Binary Data"). */
    get isBinary(): boolean;
    /** What its schemas say by a keyword, the outermost first. */
    said(keyword: string): readonly unknown[];
    get items(): Shape;
    member(name: string): Shape;
}
/** The shape of what a schema describes; of nothing in particular where there is no schema. */
export declare function shapeOf(reference: SchemaReference | undefined): Shape;
