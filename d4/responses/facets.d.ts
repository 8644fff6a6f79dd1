import type { Schema } from './schema-reader.ts';
export type Kind = 'null' | 'boolean' | 'integer' | 'number' | 'string' | 'array' | 'object';
/** The kinds of values that all of some schemas allow. */
export declare function kindsOf(facets: readonly Schema[]): Kind[];
/** The values that all of some schemas list; `undefined` where none lists any. */
export declare function valuesOf(facets: readonly Schema[], kinds: readonly Kind[]): unknown[] | undefined;
/** Whether a value is of one of some kinds. */
export declare function isOfKind(value: unknown, kinds: readonly Kind[]): boolean;
/** The highest of the bounds that some schemas set. */
export declare function highest(facets: readonly Schema[], word: string): number | undefined;
/** The lowest of the bounds that some schemas set. */
export declare function lowest(facets: readonly Schema[], word: string): number | undefined;
