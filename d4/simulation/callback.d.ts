import type { CallbackDefinition } from '../contract/contract.ts';
import type { Declaration } from './declaration.ts';
import type { Evaluate } from './expression.ts';
import type { OperationLanguage } from './language.ts';
import type { ResourceType } from './resource-type.ts';
/** A callback of an operation, as it is fired for the resource that the operation created or used again. */
export interface DeclaredCallback {
    /** `webadmit.runExport/exportFileReady` */
    readonly id: string;
    /** Tells it from all others of its document. */
    readonly key: string;
    readonly definition: CallbackDefinition;
    /** Of the resources that its operation creates. */
    readonly type: ResourceType;
    /** Where it goes; `undefined` or nothing where the request names no URL. */
    readonly url: Evaluate;
    /** It is sent when the resource comes to one of these. */
    readonly when: ReadonlySet<string>;
    readonly body: Evaluate;
    /** The pauses before each further attempt, in milliseconds. */
    readonly retriesMs: readonly number[];
}
/** The pauses where none are declared. */
export declare const DEFAULT_RETRIES_MS: number[];
interface CallbackSurroundings {
    readonly definition: CallbackDefinition;
    /** Of the resources that its operation creates. */
    readonly type: ResourceType;
    readonly language: OperationLanguage;
}
/** Reads `x-standin` of the operation in an OpenAPI callback. */
export declare function compileCallback(declaration: Declaration, expression: Declaration, { definition, language, type }: CallbackSurroundings): DeclaredCallback;
export {};
