import type { OpenApiDocument } from '../contract/contract.ts';
import type { Direction } from '../validation/schema-copies.ts';
export type Schema = Readonly<Record<string, unknown>>;
/** Schemas that a value must fit all together. */
export interface Together {
    readonly schemas: readonly unknown[];
    /** The lists of alternatives of which one has been chosen; it is among the schemas. */
    readonly decided: ReadonlySet<object>;
}
/** Alternatives of which a value fits one; each is some schemas. */
export interface Choice {
    readonly source: object;
    readonly branches: () => ReadonlyArray<readonly unknown[]>;
}
/** Schemas laid open: what they refer to and are made of stands side by side. */
export interface Laid {
    readonly facets: readonly Schema[];
    readonly choices: readonly Choice[];
    /** Whether one of them is `false`, which nothing fits. */
    readonly isImpossible: boolean;
}
/** Reads the schemas of a document for a generator: follows `$ref`, lays `allOf` open, and lists what is to be chosen. */
export declare class SchemaReader {
    #private;
    constructor(document: OpenApiDocument, direction: Direction);
    /** Lays schemas open. */
    lay({ schemas, decided }: Together): Laid;
    /** Whether a member is not there in this direction, whatever else its schemas say. */
    isHidden(schemas: readonly unknown[]): boolean;
    /** The place that a `$ref` leads to; `undefined` where it leads nowhere. */
    resolve(reference: string): string | undefined;
}
export declare const NOTHING: ReadonlySet<object>;
