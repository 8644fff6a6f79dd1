/** One keyword of a schema, as JSON Schema 2020-12 has it, and the member of the schema that it was read from. */
export interface SchemaMember {
    readonly name: string;
    readonly value: unknown;
    readonly at: string;
    /** What is told of it, where it was written in the form of an older draft. */
    readonly remark?: string;
}
/** The keywords of a schema, those in forms of older drafts as 2020-12 has them. */
export declare function listMembers(schema: Readonly<Record<string, unknown>>): SchemaMember[];
