import type { Operation } from '../contract/contract.ts';
import type { ApiResponse } from '../validation/message.ts';
import type { DeclaredCallback } from './callback.ts';
import type { Declaration } from './declaration.ts';
import type { Find } from './find.ts';
import type { OperationLanguage } from './language.ts';
import type { ResourceType } from './resource-type.ts';
import type { Scope } from './scope.ts';
/** What a document declares of one operation, compiled. */
export interface OperationSimulation {
    /** Answers, or leaves the request to the next source. */
    respond(scope: Scope): ApiResponse | undefined;
    readonly callbacks: readonly DeclaredCallback[];
    /** The type of what it creates. */
    readonly creates: ResourceType | undefined;
    /** How it finds one resource. */
    readonly find: Find | undefined;
}
/** Reads `x-standin` of an operation. Its steps run in one order, whatever the order in which they are written. */
export declare function compileOperation(declaration: Declaration, language: OperationLanguage, callbacks: readonly CallbackDeclaration[]): OperationSimulation;
/** The two places of a callback that matter: what `x-standin` says of it, and its URL expression. */
export interface CallbackDeclaration {
    readonly definition: Operation['callbacks'][number];
    readonly declaration: Declaration;
    readonly expression: Declaration;
}
