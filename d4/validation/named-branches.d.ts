import type { CodeKeywordDefinition } from 'ajv/dist/2020.js';
/** The keyword of a copied schema that holds the alternatives that its `choice` names, and at the end the schema for all other values. */
export declare const NAMED_BRANCHES = "namedBranches";
/**
 * Holds a value to the alternative that its discriminator names, and to that alone: "a discriminator MAY act as a hint to shortcut
 * validation and selection of the matching schema" (OpenAPI 3.0, Composition and Inheritance).
 */
export declare const namedBranches: CodeKeywordDefinition;
