import type { TypeNames, TypesSource } from './types-names.ts';
/** Where a schema stands, for the schemas that it refers to. */
export interface SchemaSurroundings {
    readonly source: TypesSource;
    readonly names: TypeNames;
    /** The pointer of the type that is being written, as long as nothing stands between: a type may not be only itself. */
    readonly self?: string | undefined;
}
/** Writes a JSON Schema as a TypeScript type. What types cannot say, such as a length or a format, is left out. */
export declare function schemaType(schema: unknown, around: SchemaSurroundings): string;
/** Writes the members of an object schema; `undefined` where the schema is more, or less, than its members. */
export declare function interfaceBody(schema: unknown, around: SchemaSurroundings): string | undefined;
