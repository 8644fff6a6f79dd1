import type { ErrorObject, ValidateFunction } from 'ajv/dist/2020.js';
import type { OpenApiDocument, SchemaReference } from '../contract/contract.ts';
import { SchemaCompiler } from './schema-compiler.ts';
import type { SchemaProblem, TellProblem } from './schema-compiler.ts';
import type { Direction } from './schema-copies.ts';
/** Answers what is wrong with a value; `undefined` when it fits. */
export type Validate = (value: unknown) => readonly ErrorObject[] | undefined;
/**
 * Makes a validator of a schema that stays where it is in its document. It compiles when it is first used, and keeps what it compiled.
 * In a request, what is `readOnly` is not required; in a response, what is `writeOnly` (OpenAPI 3.0, Schema Object, Fixed Fields).
 */
export declare function schemaValidator(reference: SchemaReference, direction?: Direction): Validate;
/** The one compiler of a document's schemas. */
export declare function compilerOf(document: OpenApiDocument): SchemaCompiler;
/** Lets a listener be told, once, of each thing that is left out of the schemas of a document because it cannot be used; each is found when its schema is first used. */
export declare function onUnusable(document: OpenApiDocument, tell: TellProblem): void;
/** What has been left out so far of the schemas that begin at a place, because it cannot be used. */
export declare function listUnusable({ document, pointer }: Pick<SchemaReference, 'document' | 'pointer'>): readonly SchemaProblem[];
/** Runs a compiled validator. */
export declare function run(validate: ValidateFunction, value: unknown): readonly ErrorObject[] | undefined;
