import type { SchemaReference } from '../contract/contract.ts';
/** Writes a value as the XML that its schema describes by `xml`: what `parseXml` reads. */
export declare function writeXml(value: unknown, schema: SchemaReference | undefined): string;
