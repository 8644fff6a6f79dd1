import type { ValidateFunction } from 'ajv/dist/2020.js';
import type { OpenApiDocument } from '../contract/contract.ts';
import type { Direction, Origin, Variant } from './schema-copies.ts';
/** What stands in a document's schema and cannot be used. */
export interface SchemaProblem {
    readonly pointer: string;
    readonly message: string;
}
/** Is told once of what has been left out of a schema. */
export type TellProblem = (problem: SchemaProblem) => void;
/** Compiles the schemas of one document, each when it is first asked for. What cannot be used in them is left out, and listed. */
export declare class SchemaCompiler {
    #private;
    constructor(document: OpenApiDocument, tell?: TellProblem);
    /** What has been left out so far. */
    get problems(): readonly SchemaProblem[];
    compile(pointer: string, direction: Direction | undefined): ValidateFunction;
    compileVariant(pointer: string, variant: Variant): ValidateFunction;
    originOf(schema: object): Origin | undefined;
}
