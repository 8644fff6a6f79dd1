/** How the schemas that a keyword holds are found: it is one, a list of them, or an object of them by name. */
export type Holding = 'schema' | 'schemas' | 'schemas by name';
/** A keyword whose value holds no schema, and what that value must be. */
interface Rule {
    readonly fits: (value: unknown) => boolean;
    /** To be read after "must". */
    readonly expected: string;
}
/** The keywords of JSON Schema 2020-12 that hold schemas (Core, section 10; Unevaluated, section 11). */
export declare const APPLICATORS: Readonly<Record<string, Holding>>;
/** Those that are applied to the value itself, not to a part of it. */
export declare const IN_PLACE: ReadonlySet<string>;
/** The keywords of JSON Schema 2020-12 that say what a value must be (Validation, section 6), and what they may hold. */
export declare const ASSERTIONS: Readonly<Record<string, Rule>>;
/** Whether something may stand where a schema is expected. */
export declare function isSchema(value: unknown): value is boolean | Record<string, unknown>;
export {};
