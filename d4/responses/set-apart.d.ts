import type { SchemaReader } from './schema-reader.ts';
/**
 * Keeps an object that fits two alternatives from fitting the second, where only one may fit: gives it a member that only the second
 * declares, with a value that it does not allow. Open schemas leave nothing else to tell them apart.
 */
export declare function setApart(object: Record<string, unknown>, [kept, other]: readonly [kept: unknown, other: unknown], reader: SchemaReader): void;
