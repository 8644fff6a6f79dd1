import type { OpenApiDocument } from '../contract/contract.ts';
/** The document that types are written of. */
export interface TypesSource {
    /** What its contract is called: `mews`. */
    readonly name: string;
    readonly document: OpenApiDocument;
}
/** A schema that has a type of its own, because something refers to it. */
export interface NamedSchema {
    readonly name: string;
    readonly source: TypesSource;
    readonly pointer: string;
}
/** Gives names to the schemas that are referred to, in the order in which they are. */
export declare class TypeNames {
    #private;
    constructor(reserved: readonly string[]);
    /** The name of the schema at a pointer: `MewsExport`. */
    of(source: TypesSource, pointer: string): string;
    /** Every name that was given, those too that are given while they are listed. */
    all(): Iterable<NamedSchema>;
}
