import type { Contract } from '../contract/contract.ts';
import type { Problem } from '../contract/problem.ts';
/**
 * Lists what cannot be used in the schemas of a document, and is left out: everything that JSON Schema 2020-12 does not know, references
 * that lead nowhere, regular expressions that are none; and what is allowed, but surely not meant. It looks at all of them, used or not.
 */
export declare function listSchemaProblems(contract: Contract): Problem[];
