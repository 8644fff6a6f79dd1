import type { SchemaReference } from '../contract/contract.ts';
/** Writes a value in a media type that is not JSON but has a form for it: a form, XML by its schema, values line by line, events; `undefined` where there is none. */
export declare function writeBody(value: unknown, contentType: string, schema: SchemaReference | undefined): string | undefined;
/** Writes the items of a list one by one: a line each, or each after a record separator (RFC 7464). */
export declare function writeSequence(value: unknown, mediaType: string): string;
