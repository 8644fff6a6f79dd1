import type { CallbackDefinition } from '../contract/contract.ts';
import type { DeclaredCallback } from './callback.ts';
import type { Declaration } from './declaration.ts';
import type { HappeningKind } from './happening.ts';
import type { Language } from './language.ts';
import type { ResourceType } from './resource-type.ts';
/** A webhook as it is fired for the resources of a type. */
export interface DeclaredWebhook {
    /** `tally.reportReady` */
    readonly id: string;
    readonly definition: CallbackDefinition;
    readonly type: ResourceType;
    /** What of that which requests do makes it fire at once. */
    readonly on: ReadonlySet<HappeningKind>;
    /** How it is fired then. */
    readonly atOnce: DeclaredCallback;
    /** How it is fired when a resource comes to a status: one for each. */
    readonly atStatus: readonly DeclaredCallback[];
}
/** Reads `x-standin` of the operation of a webhook. A world's settings say where it goes, or else its `url`. */
export declare function compileWebhook(definition: CallbackDefinition, declaration: Declaration, language: Language): DeclaredWebhook;
