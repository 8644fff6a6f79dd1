import type { SchemaReference } from '../contract/contract.ts';
/** The types that a schema lets pass, as far as it says; empty where it does not. `null` is not among them. */
export declare function typesOf(reference: SchemaReference, depth?: number): string[];
/** The one type that a schema lets pass; `undefined` where there are several, or any. */
export declare function typeOf(schema: SchemaReference): string | undefined;
/** What a schema says under a keyword, in itself or in a part of its `allOf`. */
export declare function keywordOf(reference: SchemaReference, keyword: 'format' | 'pattern' | 'minimum' | 'maximum' | 'minLength' | 'maxLength' | 'default' | 'example', depth?: number): unknown;
/** Whether null will do. */
export declare function isNullable(reference: SchemaReference): boolean;
/** The values that a schema lists; `undefined` where it lists none. */
export declare function valuesOf(reference: SchemaReference, depth?: number): unknown[] | undefined;
/** The schema of a list's items. */
export declare function itemsOf(schema: SchemaReference): SchemaReference | undefined;
/**
 * Whether values that one schema lets pass may be taken to fit another, by their types, values, formats and members.
 * Bounds of numbers and lengths are not compared: what is sent and breaks them is rare.
 */
export declare function fits(from: SchemaReference, to: SchemaReference, depth?: number): boolean;
