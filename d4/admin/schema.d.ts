/** A JSON Schema as the admin API's document has it. */
export type Schema = Readonly<Record<string, unknown>>;
export declare const INSTANT: {
    type: string;
    format: string;
};
/** The schema of an object that has all of its members and no others. */
export declare function closed(description: string, properties: Readonly<Record<string, Schema>>, optional?: readonly string[]): Schema;
/** The answer of an operation that has nothing to tell. */
export declare function noContent(description: string): Schema;
/** The value of a schema, or null. */
export declare function nullable(schema: Schema): Schema;
