import type { CodeKeywordDefinition } from 'ajv/dist/2020.js';
/** The keyword `multipleOf`, by decimal digits: 19.99 is a multiple of 0.01, though 19.99 / 0.01 is not whole in binary (JSON Schema, Validation, section 6.2.1). */
export declare const multipleOf: CodeKeywordDefinition;
/** Whether a number, as it is written in decimal, is a whole number of times another. */
export declare function isMultipleOf(value: number, unit: number): boolean;
