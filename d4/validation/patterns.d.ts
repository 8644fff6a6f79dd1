import type { RegExpEngine } from 'ajv/dist/types/index.js';
/** A regular expression of a schema, ready to be tried. */
export interface Pattern {
    test(text: string): boolean;
    toString(): string;
}
/**
 * Compiles a regular expression of a schema as ECMA-262 has it, with the `u` flag where it compiles so (JSON Schema, Core, section 6.4);
 * `undefined` where it is none. No text keeps it busy: what might is left to an engine that takes the same time for all texts of a length.
 */
export declare function compilePattern(source: string): Pattern | undefined;
/** The engine by which Ajv tries the patterns of schemas. */
export declare const patternEngine: RegExpEngine;
