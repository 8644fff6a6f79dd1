import type { Place } from './contract.ts';
import type { JsonFlaw } from './json-scan.ts';
/** Finds what `JSON.parse` keeps silent about, and places what it refuses. It does not recurse, so no depth can harm it; a syntax error ends it. */
export declare function findJsonFlaws(text: string, maxDepth: number): JsonFlaw[];
/** Where in a JSON text a pointer leads: a member's name or an element; the nearest parent's offset where it leads nowhere. */
export declare function findJsonOffset(text: string, pointer: string): number;
/** Line and column of an offset in a text. */
export declare function placeAt(text: string, offset: number): Place;
/** Makes a function that finds places in a JSON text. It reads the whole of it once, when it is first asked, for where the parts begin that are close to the root. */
export declare function createJsonLocator(text: string): (pointer: string) => Place;
