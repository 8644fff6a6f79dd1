import type { Schema, SchemaReader } from './schema-reader.ts';
/** The alternatives of a schema; each with the value by which its discriminator tells it, where it has one (OpenAPI 3.1, Discriminator Object). */
export declare function discriminatedBranches(branches: readonly unknown[], { discriminator }: Schema, reader: SchemaReader): ReadonlyArray<readonly unknown[]>;
